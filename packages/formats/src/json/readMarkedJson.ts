import { ParseError, type Text, parseText } from "@plenary/document";
import { type Seals, parseSeals } from "../proof/seal.ts";
import { sideText } from "../marked/sideText.ts";
import { parseMarked } from "./parseMarked.ts";
import { jsonFormat } from "./writeJson.ts";

/**
 * A JSON file read back. `base` and `current` are what its marked words give when all is rejected or accepted; `texts`
 * are the whole texts beside them, the base null in a clean file.
 */
export interface JsonReading {
  readonly base: Text;
  readonly current: Text;
  readonly texts: { readonly base: Text | null; readonly current: Text };
  readonly seals: Seals;
}

/** Whether a JSON value is one that `writeJson` or `writeMarkedJson` wrote. */
export function isExport(json: unknown): boolean {
  return typeof json === "object" && json !== null && Reflect.get(json, "format") === jsonFormat;
}

/** Reads what `writeJson` and `writeMarkedJson` wrote. Throws a `ParseError` for any other JSON. */
export function readMarkedJson(source: string): JsonReading {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (cause) {
    throw new ParseError("This file is not JSON, or not complete.", { cause });
  }
  if (!isExport(json)) throw new ParseError(`This JSON is no export of Plenary: its format is not "${jsonFormat}".`);
  const field = (name: string): unknown => Reflect.get(Object(json), name);
  const seals: unknown = field("seals") ?? {};
  const marked = parseMarked(field("marked"));
  return {
    base: sideText(marked, "base"),
    current: sideText(marked, "current"),
    texts: {
      base: field("base") === undefined ? null : parseText(field("base")),
      current: parseText(field("current")),
    },
    seals: parseSeals((side) => String(Reflect.get(Object(seals), side) ?? "")),
  };
}
