import { outline, writeText } from "@plenary/formats/text";
import type { CommandOptions, Place } from "./compareCommand.ts";
import { readTextFile } from "./readFile.ts";
import { UsageError } from "./usage.ts";
import { writeOut } from "./write/writeOut.ts";

/** `plenary import FILE`: reads a text and prints its clauses, its plain text or its outline. Gives 0. */
export async function importCommand(files: readonly string[], options: CommandOptions, place: Place): Promise<number> {
  const [file] = files;
  if (file === undefined || files.length > 1) throw new UsageError("import takes one file.");
  const format = options.format ?? "json";
  if (format !== "json" && format !== "text" && format !== "outline") {
    throw new UsageError(`import can not write "${format}"; take json, text or outline.`);
  }
  const reading = await readTextFile(file, place.cwd, options);
  for (const note of reading.notes.filter(({ kind }) => kind === "unread")) {
    place.warn(`${file}${note.line > 0 ? `:${note.line}` : ""}: ${note.message}\n`);
  }
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const said =
    format === "text" ? writeText(reading.text) : json(format === "outline" ? outline(reading) : reading.text);
  await writeOut(said, options.output, place);
  return 0;
}
