import type { Content } from "./inline.ts";
import type { Language } from "./language.ts";

/**
 * What a clause is. The kinds follow the paragraph styles of the conference's Word files, named
 * here in brackets, so that a file maps onto them without guessing.
 *
 * - `source` (Source): who submits the document
 * - `field` (rows of the header table): the label is the field's name, "Summary:"
 * - `proposal` (Proposal): the label is the symbol, the content the proposal's number
 * - `number` (Res_No, Rec_No): "RESOLUTION 85 (Rev. Kigali, 2022)"
 * - `title` (Res_title, Title): the subject
 * - `reference` (Res_ref): "(Hammamet, 2016)"
 * - `opening` (Normal_after_title): the enacting clause, "The Plenipotentiary Conference …,"
 * - `call` (Call): the italic opener, "recalling", "resolves"
 * - `item` (enumlev1–3, labelled Normal): a clause with a label of a list: `a)`, `1`, `–`
 * - `paragraph` (Normal): a clause without label, or a numbered paragraph `1.1`
 * - `heading` (Heading 1–5), `annexNumber` (Annex_No), `annexTitle` (Annex_title)
 * - `footnote`: the label is its mark; anchored by an anchor piece in another clause; of level 1 it is an endnote, which
 *   stands behind the text instead of at the foot of its page
 * - `reasons` (Reasons): why an amendment is proposed; the label is "Reasons:"
 * - `table`: holds rows of cells of clauses and no content of its own
 */
export const clauseKinds = [
  "source",
  "field",
  "proposal",
  "number",
  "title",
  "reference",
  "opening",
  "call",
  "item",
  "paragraph",
  "heading",
  "annexNumber",
  "annexTitle",
  "footnote",
  "reasons",
  "table",
] as const;

/** What a clause is; see {@link clauseKinds}. */
export type ClauseKind = (typeof clauseKinds)[number];

/**
 * One block of a text. `id` is stable: a base clause gets it at import, an added one when it is
 * made, and it never changes. `level` is the depth, 0 outermost (a heading 1 is level 0, its
 * sub-items' sub-items 2). `label` is what is printed before the content without the tab that
 * follows it, null when there is none; see `relabel` for how a current text gets its labels.
 * `rows` is empty for everything but a table, and `content` is empty for a table.
 */
export interface Clause {
  readonly id: string;
  readonly kind: ClauseKind;
  readonly level: number;
  readonly label: string | null;
  readonly content: Content;
  readonly rows: readonly Row[];
}

/** One row of a table; ids are stable like a clause's. */
export interface Row {
  readonly id: string;
  readonly cells: readonly Cell[];
}

/** One cell of a row: clauses in reading order, none when the cell is empty. */
export interface Cell {
  readonly id: string;
  readonly clauses: readonly Clause[];
}

/**
 * A text: a resolution, decision, recommendation, agenda, report or other document in one
 * language, as a flat ordered list of clauses. Footnote clauses stand last, in the order of their
 * anchors. Immutable: an edit makes a new text and shares the clauses that did not change.
 */
export interface Text {
  readonly language: Language;
  readonly clauses: readonly Clause[];
}
