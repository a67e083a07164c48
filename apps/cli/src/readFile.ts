import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { type Language, type Text, parseText } from "@plenary/document";
import { type WordReading, readDocx } from "@plenary/formats/docx";
import { readMarkedHtml } from "@plenary/formats/html";
import { isExport, readMarkedJson } from "@plenary/formats/json";
import { type Reading, readText } from "@plenary/formats/text";
import { readAknText, splitChoice } from "./chooseText.ts";
import { UsageError } from "./usage.ts";

/** The endings of files that are read. */
export const readable = ".docx, .txt, .md, .json, .html, .akn or .xml";

/** What to do with files of other kinds that people often have. */
const advice: Readonly<Record<string, string>> = {
  ".pdf": "a PDF file can not be read; take the Word file that it was made from.",
  ".doc": "an old Word file can not be read; open it in Word and save it as .docx.",
};

/** Whether the name is that of a Word file. */
export function isWordFile(path: string): boolean {
  return extname(path).toLowerCase() === ".docx";
}

/**
 * How a file is to be read: in which language, and which text of several; null when it was not said; and which side of
 * a marked-up page or JSON file, the current text unless given.
 */
export interface ReadChoice {
  readonly language: Language | null;
  readonly text: string | null;
  readonly side?: "base" | "current";
}

/**
 * Reads a text by the ending of its name; paths are relative to `cwd`. Of a Word file it is the text with all changes
 * accepted. Throws when it is no text; the words begin with the path.
 */
export async function readTextFile(given: string, cwd: string, choice: ReadChoice): Promise<Reading> {
  const { file: path } = splitChoice(given);
  return naming(path, () => readByEnding(given, cwd, choice));
}

/** What is read, or an error whose words begin with the path; errors of the file system and of usage name it already. */
export async function naming<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof UsageError || "code" in error) throw error;
    throw error.message.startsWith(path) ? error : new Error(`${path}: ${error.message}`, { cause: error });
  }
}

async function readByEnding(given: string, cwd: string, options: ReadChoice): Promise<Reading> {
  const { language, text: chosen, side = "current" } = options;
  const { file: path, choice } = splitChoice(given);
  const kind = extname(path).toLowerCase();
  const instead = advice[kind];
  if (instead !== undefined) throw new Error(`${path}: ${instead}`);
  if (kind === ".docx") return { text: inLanguage((await readWordFile(path, cwd)).current, language), notes: [] };
  if (![".txt", ".md", ".json", ".html", ".akn", ".xml"].includes(kind)) {
    throw new UsageError(`${path} can not be read; name a ${readable} file.`);
  }
  const said = await readUtf8(path, cwd);
  if (kind === ".akn" || kind === ".xml") return readAknText(said, path, choice ?? chosen, language, side);
  if (kind === ".html") return { text: inLanguage(readMarkedHtml(said)[side], language), notes: [] };
  if (kind !== ".json") return readText(said, { name: basename(path), ...(language && { language }) });
  let json: unknown;
  try {
    json = JSON.parse(said);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const text = isExport(json) ? readExport(said, side) : parseText(json);
  return { text: inLanguage(text, language), notes: [] };
}

/** Reads a Word file with its changes; labels are computed or only those that are typed. Throws when it is none. */
export async function readWordFile(
  path: string,
  cwd: string,
  numbering: "computed" | "typed" = "computed",
): Promise<WordReading> {
  return naming(path, async () => readDocx(await readFile(resolve(cwd, path)), { numbering }));
}

async function readUtf8(path: string, cwd: string): Promise<string> {
  const bytes = await readFile(resolve(cwd, path));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Error(`${path} is not UTF-8 text; save it as UTF-8 and try again.`, { cause: error });
  }
}

/** The side of a JSON export; the text that it holds as a whole where there is one. */
function readExport(said: string, side: "base" | "current"): Text {
  const { texts, ...marked } = readMarkedJson(said);
  return texts[side] ?? marked[side];
}

function inLanguage(text: Text, language: Language | null): Text {
  return language ? { ...text, language } : text;
}
