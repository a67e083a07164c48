import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { type Language, type Text, parseText } from "@plenary/document";
import { DocxError, type WordReading, readDocx } from "@plenary/formats/docx";
import { type Reading, readText } from "@plenary/formats/text";
import { readAknText, splitChoice } from "./chooseText.ts";
import { UsageError } from "./usage.ts";

/** The endings of files that are read. */
export const readable = ".docx, .txt, .md, .json, .akn or .xml";

/** What to do with files of other kinds that people often have. */
const advice: Readonly<Record<string, string>> = {
  ".pdf": "a PDF file can not be read; take the Word file that it was made from.",
  ".doc": "an old Word file can not be read; open it in Word and save it as .docx.",
};

/** Whether the name is that of a Word file. */
export function isWordFile(path: string): boolean {
  return extname(path).toLowerCase() === ".docx";
}

/** How a file is to be read: in which language, and which text of several; null when it was not said. */
export interface ReadChoice {
  readonly language: Language | null;
  readonly text: string | null;
}

/**
 * Reads a text by the ending of its name; paths are relative to `cwd`. Of a Word file it is the text with all changes
 * accepted. Throws when it is no text.
 */
export async function readTextFile(
  given: string,
  cwd: string,
  { language, text: chosen }: ReadChoice,
): Promise<Reading> {
  const { file: path, choice } = splitChoice(given);
  const kind = extname(path).toLowerCase();
  const instead = advice[kind];
  if (instead !== undefined) throw new Error(`${path}: ${instead}`);
  if (kind === ".docx") return { text: inLanguage((await readWordFile(path, cwd)).current, language), notes: [] };
  if (![".txt", ".md", ".json", ".akn", ".xml"].includes(kind)) {
    throw new UsageError(`${path} can not be read; name a ${readable} file.`);
  }
  const said = await readUtf8(path, cwd);
  if (kind === ".akn" || kind === ".xml") return readAknText(said, path, choice ?? chosen, language);
  if (kind !== ".json") return readText(said, { name: basename(path), ...(language && { language }) });
  let json: unknown;
  try {
    json = JSON.parse(said);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return { text: inLanguage(parseText(json), language), notes: [] };
}

/** Reads a Word file with its changes; labels are computed or only those that are typed. Throws when it is none. */
export async function readWordFile(
  path: string,
  cwd: string,
  numbering: "computed" | "typed" = "computed",
): Promise<WordReading> {
  try {
    return readDocx(await readFile(resolve(cwd, path)), { numbering });
  } catch (error) {
    throw error instanceof DocxError ? new Error(`${path}: ${error.message}`, { cause: error }) : error;
  }
}

async function readUtf8(path: string, cwd: string): Promise<string> {
  const bytes = await readFile(resolve(cwd, path));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${path} is not UTF-8 text; save it as UTF-8 and try again.`, { cause: error });
  }
}

function inLanguage(text: Text, language: Language | null): Text {
  return language ? { ...text, language } : text;
}
