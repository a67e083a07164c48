/**
 * What a reader did to the source beside splitting it into clauses. `line` counts from 1.
 *
 * - `artefact`: residue of a conversion (bookmark, private bullet, page footer) that was taken away
 * - `markup`: signs of Markdown that became structure or formatting
 * - `unread`: something that has no sure place; it is still in the text, as a paragraph
 *
 * `removed` are the characters of the source that the text does not hold, `instead` those that it holds for them.
 */
export interface Note {
  readonly line: number;
  readonly kind: "artefact" | "markup" | "unread";
  readonly message: string;
  readonly removed: string;
  readonly instead: string;
}
