import type { Text } from "@plenary/document";
import { AKN, PLENARY } from "../vocabulary.ts";
import type { AknOptions } from "./identification.ts";
import { writeStatement } from "./statement.ts";

/**
 * The text as Akoma Ntoso 3.0: one statement, from which reading gives the same text, clause ids included. Characters
 * that XML can not hold (controls) are left out. The same text and options give the same file.
 */
export function writeAkn(text: Text, options: AknOptions = {}): string {
  return aknFile(writeStatement(text, "", options).xml);
}

/** A file that holds this document. */
export function aknFile(document: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="${AKN}" xmlns:p="${PLENARY}">\n${document}</akomaNtoso>\n`;
}
