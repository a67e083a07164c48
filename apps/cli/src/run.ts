import { parseArgs } from "node:util";
import { type Language, isLanguage, languages } from "@plenary/document";
import { type Place, compareCommand } from "./compareCommand.ts";
import { exportCommand } from "./exportCommand.ts";
import { importCommand } from "./importCommand.ts";
import { mergeCommand } from "./mergeCommand.ts";
import { UsageError, usage } from "./usage.ts";
import { verifyCommand } from "./verifyCommand.ts";

/** Runs one command and gives the exit status; throws a UsageError for a command typed wrongly. */
export async function run(args: readonly string[], place: Place): Promise<number> {
  const { values, positionals } = parse(args);
  const [command, ...files] = positionals;
  if (values.help === true) {
    place.write(usage);
    return 0;
  }
  const options = {
    format: values.format,
    output: values.output,
    language: language(values.language),
    text: values.text ?? null,
    clean: values.clean === true,
    side: side(values.side),
    author: values.author,
    base: values.base,
    head: values.head,
    view: values.view,
  };
  switch (command) {
    case "compare":
      return compareCommand(files, options, place);
    case "merge":
      return mergeCommand(files, { ...options, insertions: values.insertions }, place);
    case "import":
      return importCommand(files, options, place);
    case "export":
      return exportCommand(files, options, place);
    case "verify":
      return verifyCommand(files, options, place);
    case "backup":
      return (await import("./database/backupCommands.ts")).backupCommand(files, place);
    case "restore":
      return (await import("./database/backupCommands.ts")).restoreCommand(files, values.force === true, place);
    case "ledger":
      return (await import("./database/ledgerCommand.ts")).ledgerCommand(files, values.rebuild === true, place);
    case undefined:
      throw new UsageError("No command was given.");
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        language: { type: "string" },
        text: { type: "string" },
        output: { type: "string", short: "o" },
        side: { type: "string" },
        clean: { type: "boolean" },
        author: { type: "string" },
        base: { type: "string" },
        head: { type: "string" },
        view: { type: "string" },
        insertions: { type: "string" },
        force: { type: "boolean" },
        rebuild: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function side(given: string | undefined): "base" | "current" {
  if (given === undefined || given === "current") return "current";
  if (given !== "base") throw new UsageError(`"${given}" is no side; take base or current.`);
  return given;
}

function language(given: string | undefined): Language | null {
  if (given === undefined) return null;
  if (!isLanguage(given)) throw new UsageError(`"${given}" is no language; take one of ${languages.join(", ")}.`);
  return given;
}
