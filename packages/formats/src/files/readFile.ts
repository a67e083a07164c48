import type { Text } from "@plenary/document";
import { readSealedAkn } from "./sealedAkn.ts";
import { readDocx, readSeals } from "../docx/index.ts";
import { readMarkedHtml } from "../html/index.ts";
import { readMarkedJson } from "../json/index.ts";
import type { Seals } from "../proof/seal.ts";

/** An exported file read back: what it gives when all is rejected and accepted, and the seals it carries. */
export interface FileReading {
  readonly base: Text;
  readonly current: Text;
  /** Texts that the file holds as wholes beside its marked words. */
  readonly texts?: { readonly base: Text | null; readonly current: Text };
  /** The lines that stand around the text and are not part of it; of files that hold such. */
  readonly frame?: readonly string[];
  readonly seals: Seals;
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** The kinds of file whose words can be read back, by the ending of their name. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => FileReading>> = {
  docx: (bytes) => ({ ...readDocx(bytes), seals: readSeals(bytes) }),
  html: (bytes) => readMarkedHtml(utf8(bytes)),
  json: (bytes) => readMarkedJson(utf8(bytes)),
  akn: (bytes) => readSealedAkn(utf8(bytes)),
};

/** The endings of names of files that {@link readFile} reads. */
export const readableEndings: readonly string[] = Object.keys(readers);

/**
 * Reads an exported file back by the ending of its name, without the dot; null for an ending that can not be read.
 * Throws what its reader throws when the file is damaged or no export.
 */
export function readFile(ending: string, bytes: Uint8Array): FileReading | null {
  return Object.hasOwn(readers, ending) ? (readers[ending]?.(bytes) ?? null) : null;
}
