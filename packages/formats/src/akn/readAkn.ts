import { type Language, ParseError, type Text, parseText, plainText, text } from "@plenary/document";
import { detectLanguage } from "../text/read/detectLanguage.ts";
import { titleOf } from "../titleOf.ts";
import { AknError } from "./aknError.ts";
import { type AknAmendment, readAmendment } from "./read/readAmendment.ts";
import { type Element, descendants, elementsOf } from "./read/element.ts";
import { mend } from "./read/mend.ts";
import type { AknNote } from "./read/note.ts";
import { parseXml } from "./read/parseXml.ts";
import { isOwn, readOwn } from "./read/readOwn.ts";
import { readPlain } from "./read/readPlain.ts";
import { languageOf } from "./vocabulary.ts";

/** One text of a file; `number` ("RESOLUTION 11 (REV. DUBAI, 2018)") and `name` (its title) are "" when it has none. */
export interface AknText {
  readonly name: string;
  readonly number: string;
  readonly text: Text;
}

/** What a file holds: its texts in their order, the amendments to them, and what the reader mended or left. */
export interface AknReading {
  readonly texts: readonly AknText[];
  readonly amendments: readonly AknAmendment[];
  readonly notes: readonly AknNote[];
}

/** The language of texts that do not declare theirs; found out from their words when it is left out. */
export interface AknReadOptions {
  readonly language?: Language;
}

const documents = new Set(["statement", "doc", "act", "bill"]);

/**
 * Reads Akoma Ntoso 3.0: a statement or a collection of them. A file that `writeAkn` or `writeMarkedAkn` wrote gives
 * the very texts back, ids included; in others' files faults are mended where the source is plain, and noted. Throws an
 * {@link AknError} for what is no such file, declares a document type or goes beyond the limits.
 */
export function readAkn(xml: string, options: AknReadOptions = {}): AknReading {
  const root = parseXml(xml);
  const notes: AknNote[] = [];
  const given = documentsIn(root);
  const amended = descendants(root, "amendment");
  if (given.length === 0 && amended.length === 0)
    throw new AknError("The file holds no text: no statement, doc, act or bill. Give one that does.");
  const texts = given.map((document) => readDocument(document, options, notes));
  const bases = given.flatMap((document, i) =>
    isOwn(document) ? [{ text: texts[i]!.text, places: readOwn(document).places }] : [],
  );
  const amendments = amended.flatMap((amendment) => {
    const found = readAmendment(amendment, bases, notes);
    return found ? [{ ...found, current: sound(found.current) }] : [];
  });
  return { texts, amendments, notes };
}

/** The documents of a file; those attached to another one are part of it. */
function documentsIn(element: Element): Element[] {
  return elementsOf(element).flatMap((child) => (documents.has(child.name) ? [child] : documentsIn(child)));
}

function readDocument(document: Element, options: AknReadOptions, notes: AknNote[]): AknText {
  const declared = declaredLanguage(document) ?? options.language ?? null;
  if (isOwn(document)) {
    return named(sound({ language: declared ?? "en", clauses: readOwn(document).clauses }));
  }
  const said = readPlain(document, declared ?? "en");
  const language = declared ?? detectLanguage(plainText(text("en", said)));
  const { clauses, faults } = mend(language === (declared ?? "en") ? said : readPlain(document, language), language);
  const reading = named(text(language, clauses));
  for (const fault of faults) notes.push({ text: reading.number || reading.name, ...fault });
  return reading;
}

/** The text, when its ids are unique and its anchors have their footnotes: a file may have been changed by others. */
function sound(given: Text): Text {
  try {
    return parseText(given);
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    throw new AknError(`The ids in the file are not sound: ${error.message}. Export it again.`, { cause: error });
  }
}

function declaredLanguage(document: Element): Language | null {
  const expression = descendants(document, "FRBRlanguage")[0]?.attributes.get("language");
  return languageOf(expression ?? "") ?? languageOf(document.attributes.get("xml:lang") ?? "");
}

function named(given: Text): AknText {
  const number = given.clauses.find(({ kind }) => kind === "number");
  return { name: titleOf(given), number: number ? titleOf({ ...given, clauses: [number] }) : "", text: given };
}
