import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { type Language, parseText } from "@plenary/document";
import { type Reading, readText } from "@plenary/formats/text";
import { UsageError } from "./usage.ts";

/** Reads a text by the ending of its name; paths are relative to `cwd`. Throws when it is no text. */
export async function readTextFile(path: string, cwd: string, language: Language | null): Promise<Reading> {
  const kind = extname(path).toLowerCase();
  if (kind !== ".txt" && kind !== ".md" && kind !== ".json") {
    throw new UsageError(`${path} can not be read; name a .txt, .md or .json file.`);
  }
  const source = new TextDecoder("utf-8", { fatal: true });
  const bytes = await readFile(resolve(cwd, path));
  let said: string;
  try {
    said = source.decode(bytes);
  } catch (error) {
    throw new Error(`${path} is not UTF-8 text; save it as UTF-8 and try again.`, { cause: error });
  }
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
