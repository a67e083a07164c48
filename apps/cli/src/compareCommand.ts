import { type Redline, accept, compare, paragraphs } from "@plenary/diff";
import type { Language } from "@plenary/document";
import { writeMarkedDocx } from "@plenary/formats/docx";
import { writeMarkedHtml } from "@plenary/formats/html";
import { writeMarkedText, writeText } from "@plenary/formats/text";
import { coloured } from "./coloured.ts";
import { readTextFile } from "./readFile.ts";
import { UsageError } from "./usage.ts";
import { writeOut } from "./writeOut.ts";

/** Where a command runs: the folder paths are relative to, and standard output. */
export interface Place {
  readonly cwd: string;
  readonly color: boolean;
  write(said: string | Uint8Array): void;
  /** A remark beside the result, for a person. */
  warn(said: string): void;
}

/** What was typed after the command; null or undefined when it was left out. */
export interface CommandOptions {
  readonly format: string | undefined;
  readonly output: string | undefined;
  readonly language: Language | null;
}

/** `plenary compare BASE CURRENT`: prints the redline. Gives 0 when nothing changed, else 1. */
export async function compareCommand(files: readonly string[], options: CommandOptions, place: Place): Promise<number> {
  const [base, current] = files;
  if (base === undefined || current === undefined || files.length > 2) {
    throw new UsageError("compare takes two files: the base and the current text.");
  }
  const format = options.format ?? "redline";
  if (format === "docx" && options.output === undefined) {
    throw new UsageError("A Word file is not written to the terminal; name a file with -o.");
  }
  const writer = writers[format];
  if (!writer) throw new UsageError(`compare can not write "${format}"; take ${Object.keys(writers).join(", ")}.`);
  const before = (await readTextFile(base, place.cwd, options.language)).text;
  // Both texts are in one language: the base tells it when it was not given.
  const after = (await readTextFile(current, place.cwd, options.language ?? before.language)).text;
  const redline = compare(before, after);
  const said = writer(redline, current, options.output === undefined && place.color);
  await writeOut(said, options.output, place);
  return redline.changes.length === 0 ? 0 : 1;
}

type Writer = (redline: Redline, title: string, color: boolean) => string | Uint8Array;

const writers: Readonly<Record<string, Writer>> = {
  redline: (redline, _, color) => (color ? coloured(writeMarkedText(redline)) : writeMarkedText(redline)),
  json: (redline) =>
    `[\n${paragraphs(redline)
      .map((entry) => `  ${JSON.stringify(entry)}`)
      .join(",\n")}\n]\n`,
  html: (redline, title) => writeMarkedHtml(redline, made(title)),
  docx: (redline, title) => writeMarkedDocx(redline, made(title)),
  text: (redline) => writeText(accept(redline)),
};

function made(title: string) {
  return { title, author: "Plenary", date: new Date().toISOString() };
}
