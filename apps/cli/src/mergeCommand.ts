import { type Redline, accept, compare, merge } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { collisionReport } from "./collisionReport.ts";
import type { CommandOptions, Place } from "./compareCommand.ts";
import { readTextFile } from "./readFile.ts";
import { UsageError } from "./usage.ts";
import { writeOut } from "./write/writeOut.ts";
import { cleanWriters, markedWriters } from "./write/writers.ts";
import { formatOf } from "./write/formatOf.ts";

/** What is asked of a merge beside what every command takes. */
export interface MergeCommandOptions extends CommandOptions {
  /** Whether different insertions at one point are all kept or collide. */
  readonly insertions: string | undefined;
}

/**
 * `plenary merge BASE AMENDMENT…`: prints the merged text as a redline, or clean, and beside it what
 * collides; as JSON all in one. Gives 0 when nothing collides, else 1.
 */
export async function mergeCommand(
  files: readonly string[],
  options: MergeCommandOptions,
  place: Place,
): Promise<number> {
  const [base, ...amendments] = files;
  if (base === undefined || amendments.length === 0) {
    throw new UsageError("merge takes the base and at least one amended text.");
  }
  const insertions = options.insertions ?? "stack";
  if (insertions !== "stack" && insertions !== "collide") {
    throw new UsageError(`--insertions can not be "${insertions}"; take stack or collide.`);
  }
  const ending = options.output === undefined ? null : formatOf(options.output);
  const format = options.format ?? ending ?? (options.clean ? "text" : "redline");
  if ((format === "docx" || format === "pdf") && options.output === undefined) {
    throw new UsageError("A Word or PDF file is not written to the terminal; name a file with -o.");
  }
  const writers = options.clean ? cleanWriters : markedWriters;
  const json = format === "json" && !options.clean;
  const writer = writers[format];
  const known = Object.keys(writers).join(", ");
  if (!writer)
    throw new UsageError(`merge${options.clean ? " --clean" : ""} can not write "${format}"; take ${known}.`);

  const before = (await readTextFile(base, place.cwd, options)).text;
  const choice = { ...options, language: options.language ?? before.language };
  const currents: Text[] = [];
  for (const file of amendments) {
    const after = (await readTextFile(file, place.cwd, choice)).text;
    currents.push(descended(before, after));
  }
  const merged = merge(before, currents, { insertions });
  const redlines = currents.map((current) => compare(before, current, { ids: "trusted", joints: "splits" }));
  const report = collisionReport(merged.collisions, redlines, amendments);
  const redline: Redline = compare(before, merged.text, { ids: "trusted" });
  if (!json) for (const line of report.lines) place.warn(`${line}\n`);
  const said = json
    ? `${JSON.stringify({ text: merged.text, collisions: report.collisions }, null, 2)}\n`
    : await writer(redline, {
        title: base,
        author: options.author ?? "Plenary",
        date: new Date().toISOString(),
        color: options.output === undefined && place.color,
      });
  await writeOut(said, options.output, place);
  return merged.collisions.length === 0 ? 0 : 1;
}

/** The amended text with the ids of the base where it says the same: files name their clauses by place alone. */
function descended(base: Text, current: Text): Text {
  return accept(compare(base, current));
}
