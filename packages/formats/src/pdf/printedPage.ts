import type { Redline } from "@plenary/diff";
import { type ClauseKind, type Language, type Mark, type Text, direction } from "@plenary/document";
import type { Frame } from "../frame/frame.ts";
import type { Marked } from "../marked/marked.ts";
import { markRedline } from "../marked/markRedline.ts";
import { printable } from "../printable.ts";
import { type Seals, cleanSeals, markedSeals, printHashes } from "../proof/seal.ts";
import { titleOf } from "../titleOf.ts";
import { unchanged } from "../uniform.ts";
import { comparisonTable } from "./comparisonTable.ts";
import { printClauses } from "./printClauses.ts";

/** What a page is told beside the text: its title, the text's own unless given, its date, and a clean text's base. */
export interface PageOptions {
  readonly title?: string;
  /** ISO 8601; the only time that the file holds. */
  readonly date: string;
  readonly base?: Text;
  /** What stands before the text; nothing unless given. */
  readonly frame?: Frame | null;
}

/** Everything the template reads, as JSON; see `template`. */
export interface PrintedPage {
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
  readonly title: string;
  readonly keywords: readonly string[];
  /** Year, month and day. */
  readonly date: readonly [number, number, number];
  readonly landscape: boolean;
  readonly frame: Frame | null;
  readonly clauses: readonly PrintedClause[];
}

/** A clause to be set: its words, and how it stands on the page. */
export interface PrintedClause {
  readonly kind: ClauseKind;
  readonly level: number;
  readonly symbol: string;
  /** The depth of its bookmark; 0 for none. */
  readonly heading: number;
  /** The width of the label's column in steps. */
  readonly column: number;
  readonly label: readonly PrintedPiece[];
  readonly pieces: readonly PrintedPiece[];
  /** Of a table alone. */
  readonly comparison: boolean;
  readonly columns: number;
  readonly header: readonly string[];
  readonly cells: readonly PrintedCell[];
}

/** A piece to be set; the footnote of an anchor is set where it stands, a reference prints its label alone. */
export type PrintedPiece = { readonly op: "=" | "-" | "+"; readonly moved: boolean } & (
  | { readonly type: "text"; readonly text: string; readonly marks: readonly Mark[] }
  | { readonly type: "break" }
  | { readonly type: "anchor"; readonly label: string; readonly pieces: readonly PrintedPiece[] }
  | { readonly type: "reference"; readonly text: string }
);

/** A cell of a table, over `span` columns. */
export interface PrintedCell {
  readonly op: "=" | "-" | "+";
  readonly span: number;
  readonly clauses: readonly PrintedClause[];
}

/** The clean text to be set. Throws when the date is none. */
export function cleanPage(text: Text, options: PageOptions): PrintedPage {
  return page(
    text,
    options,
    cleanSeals(text, options.base, options.frame),
    printClauses(markRedline(unchanged(text)), false),
    false,
  );
}

/** The redline to be set, with the symbols of changed clauses in the margin. Throws when the date is none. */
export function markedPage(redline: Redline, options: PageOptions): PrintedPage {
  return page(
    redline.current,
    options,
    markedSeals(redline, options.frame),
    printClauses(markRedline(redline), true),
    false,
  );
}

/** Base and current text side by side, across the page. Throws when the date is none. */
export function comparisonPage(redline: Redline, options: PageOptions): PrintedPage {
  const marked: Marked = markRedline(redline);
  return page(redline.current, options, markedSeals(redline, options.frame), [comparisonTable(marked)], true);
}

function page(
  text: Text,
  options: PageOptions,
  seals: Seals,
  clauses: readonly PrintedClause[],
  landscape: boolean,
): PrintedPage {
  const date = new Date(options.date);
  if (Number.isNaN(date.getTime())) throw new RangeError(`"${options.date}" is no date; give an ISO 8601 one.`);
  return {
    language: text.language,
    direction: direction(text.language),
    title: printable(options.title ?? titleOf(text)),
    keywords: printHashes(seals),
    date: [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()],
    landscape,
    frame: options.frame ?? null,
    clauses,
  };
}
