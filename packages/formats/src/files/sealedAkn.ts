import type { Redline } from "@plenary/diff";
import type { Text } from "@plenary/document";
import { AknError, type AknOptions, readAkn, writeAkn, writeMarkedAkn } from "../akn/index.ts";
import { type Seals, cleanSeals, markedSeals, parseSeals, printSeals } from "../proof/seal.ts";

/** The proposal as Akoma Ntoso with its seals, which stand in comments: the vocabulary has no place for them. */
export function writeSealedMarkedAkn(redline: Redline, options: AknOptions): string {
  return sealed(writeMarkedAkn(redline, options), markedSeals(redline));
}

/** The clean text as Akoma Ntoso with its seals, that of the base it amends too. */
export function writeSealedAkn({ base, current }: Redline, options: AknOptions): string {
  return sealed(writeAkn(current, options), cleanSeals(current, base));
}

/** Reads back a file of one proposal, or of one text. Throws an `AknError` for a file that holds neither or several. */
export function readSealedAkn(source: string): { readonly base: Text; readonly current: Text; readonly seals: Seals } {
  const { texts, amendments } = readAkn(source);
  const [amendment] = amendments;
  const [text] = texts;
  const sides = amendment ?? (text && { base: text.text, current: text.text });
  if (!sides || amendments.length > 1 || (!amendment && texts.length > 1))
    throw new AknError("This file holds several texts. Take the export of one draft.");
  const seals = parseSeals((side) => new RegExp(`<!-- plenary-${side} (\\S*) -->`).exec(source)?.[1] ?? "");
  return { base: sides.base, current: sides.current, seals };
}

function sealed(xml: string, seals: Seals): string {
  const comments = printSeals(seals).map(([side, seal]) => `<!-- plenary-${side} ${seal} -->\n`);
  return `${xml.trimEnd()}\n${comments.join("")}`;
}
