import { stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import type { WordChange } from "@plenary/formats/docx";
import { outline, paragraphLines, writeText } from "@plenary/formats/text";
import type { CommandOptions, Place } from "./compareCommand.ts";
import { errorText } from "./errorText.ts";
import { isWordFile, readTextFile, readWordFile } from "./readFile.ts";
import { UsageError } from "./usage.ts";
import { writeOut } from "./write/writeOut.ts";

/** What import writes: the ending of the file for each format. */
const endings = { json: ".json", text: ".txt", outline: ".json", changes: ".tsv" } as const;
type Format = keyof typeof endings;

/**
 * `plenary import FILE…`: reads texts and prints their clauses, their paragraphs, their tracked changes or their outline;
 * of several files each into a folder, where one that fails does not keep the others. Gives 0, or 2 when one failed.
 */
export async function importCommand(files: readonly string[], options: CommandOptions, place: Place): Promise<number> {
  const format = options.format ?? "json";
  if (!isFormat(format))
    throw new UsageError(`import can not write "${format}"; take ${Object.keys(endings).join(", ")}.`);
  if (files.length === 0) throw new UsageError("import takes one file or more.");
  const { output } = options;
  if (files.length > 1 && output === undefined)
    throw new UsageError("import of several files needs a folder to write to; name it with -o.");
  const names = new Map<string, string>();
  for (const file of files) {
    const name = nameOf(file, format);
    const other = names.get(name);
    if (other !== undefined)
      throw new UsageError(`${other} and ${file} would both be written to ${name}; import them into two folders.`);
    names.set(name, file);
  }
  const folder = output !== undefined && (files.length > 1 || (await isFolder(resolve(place.cwd, output))));
  let status = 0;
  for (const file of files) {
    try {
      const said = await imported(file, format, options, place);
      await writeOut(said, folder ? join(output, nameOf(file, format)) : output, place);
    } catch (error) {
      if (files.length === 1) throw error;
      place.warn(`plenary: ${errorText(error)}\n`);
      status = 2;
    }
  }
  return status;
}

/** The name of what a file is written to in a folder. */
function nameOf(file: string, format: Format): string {
  return `${basename(file, extname(file))}${endings[format]}`;
}

function isFormat(format: string): format is Format {
  return Object.hasOwn(endings, format);
}

async function imported(file: string, format: Format, options: CommandOptions, place: Place): Promise<string> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  if (isWordFile(file)) {
    // One line a paragraph is what stands in the file; the numbers that Word counts do not.
    const { base, current, changes, notes } = await readWordFile(
      file,
      place.cwd,
      format === "text" ? "typed" : "computed",
    );
    if (format === "changes") return changes.map(changeLine).join("");
    for (const { message } of notes) place.warn(`${file}: ${message}\n`);
    const side = options.side === "base" ? base : current;
    const text = options.language ? { ...side, language: options.language } : side;
    if (format === "text") return paragraphLines(text).join("\n") + "\n";
    return json(format === "outline" ? outline({ text, notes: [] }) : text);
  }
  if (format === "changes") throw new UsageError(`${file}: only Word files (.docx) hold tracked changes.`);
  const reading = await readTextFile(file, place.cwd, options);
  for (const note of reading.notes.filter(({ kind }) => kind === "unread"))
    place.warn(`${file}${note.line > 0 ? `:${note.line}` : ""}: ${note.message}\n`);
  if (format === "text") return writeText(reading.text);
  return json(format === "outline" ? outline(reading) : reading.text);
}

/** Type, author, date and words of a change, with a tab between them; tabs and line ends of the words as \t and \n. */
function changeLine({ type, author, date, words }: WordChange): string {
  const plain = (said: string): string =>
    said
      .replaceAll("\\", "\\\\")
      .replaceAll("\t", "\\t")
      .replaceAll(/[\r\n\u2028]/g, "\\n");
  return `${[type, plain(author ?? "-"), plain(date ?? "-"), plain(words)].join("\t")}\n`;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
