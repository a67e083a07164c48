import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { type Language, parseText } from "@plenary/document";
import { type Reading, readText } from "@plenary/formats/text";
import { readAknText, splitChoice } from "./chooseText.ts";
import { UsageError } from "./usage.ts";

/** How a file is to be read: in which language, and which text of several; null when it was not said. */
export interface ReadChoice {
  readonly language: Language | null;
  readonly text: string | null;
}

/** Reads a text by the ending of its name; paths are relative to `cwd`. Throws when it is no text. */
export async function readTextFile(
  given: string,
  cwd: string,
  { language, text: chosen }: ReadChoice,
): Promise<Reading> {
  const { file: path, choice } = splitChoice(given);
  const kind = extname(path).toLowerCase();
  if (![".txt", ".md", ".json", ".akn", ".xml"].includes(kind)) {
    throw new UsageError(`${path} can not be read; name a .txt, .md, .json, .akn or .xml file.`);
  }
  const source = new TextDecoder("utf-8", { fatal: true });
  const bytes = await readFile(resolve(cwd, path));
  let said: string;
  try {
    said = source.decode(bytes);
  } catch (error) {
    throw new Error(`${path} is not UTF-8 text; save it as UTF-8 and try again.`, { cause: error });
  }
  if (kind === ".akn" || kind === ".xml") return readAknText(said, path, choice ?? chosen, language);
  if (kind !== ".json") return readText(said, { name: basename(path), ...(language && { language }) });
  let json: unknown;
  try {
    json = JSON.parse(said);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  const text = parseText(json);
  return { text: language ? { ...text, language } : text, notes: [] };
}
