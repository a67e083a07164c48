import { languages } from "@plenary/document";
import { type DraftState, type Insertable, type TablePart, insertables } from "@plenary/editor";
import type { i18n } from "i18next";

/** A line of the list of what can be inserted. */
export interface InsertItem {
  readonly id: Insertable | TablePart;
  /** What the line says in the language of the interface. */
  readonly title: string;
}

const parts: readonly TablePart[] = ["rowAbove", "rowBelow", "columnBefore", "columnAfter"];
const noTables: readonly Insertable[] = ["table", "footnote", "annex"];

/**
 * What can be inserted where the caret is, of which the words match: in a table its rows and columns come first. The
 * words are looked for in the titles in all six languages, capitals and accents aside.
 */
export function insertItems(
  messages: Pick<i18n, "getFixedT" | "language">,
  inTable: boolean,
  words: string,
): InsertItem[] {
  const ids = insertableHere(inTable);
  const own = messages.getFixedT(messages.language);
  const all = languages.map((language) => messages.getFixedT(language));
  const wanted = plain(words).split(/\s+/u);
  return ids
    .filter((id) => {
      const said = all.map((t) => plain(t(`insert.${id}`))).join("\n");
      return wanted.every((word) => said.includes(word));
    })
    .map((id) => ({ id, title: own(`insert.${id}`) }));
}

/** What can be inserted where the caret is. */
export function insertableHere(inTable: boolean): readonly (Insertable | TablePart)[] {
  return inTable ? [...parts, ...insertables.filter((id) => !noTables.includes(id))] : insertables;
}

/** Whether the caret is in a table. */
export function isInTable({ clause, current }: DraftState): boolean {
  return clause !== null && !current.clauses.some(({ id }) => id === clause);
}

/** Letters without capitals and accents; Arabic without vowel signs. */
function plain(words: string): string {
  return words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}

/** Whether a line inserts into the table at the caret. */
export function isTablePart(id: InsertItem["id"]): id is TablePart {
  return parts.some((part) => part === id);
}
