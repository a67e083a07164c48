/**
 * Where a thread hangs.
 *
 * - on a clause, by its id
 * - on words of the current text: the quote, up to 32 UTF-16 units of the clause on either side of it, and the relative
 *   positions of its ends in the live text (base64; null when they are not known)
 * - on a change: its kind, the half-open range that it changes in the published clause, its words before and after
 */
export type ThreadAnchor =
  | { readonly on: "clause"; readonly clause: string }
  | WordsAnchor
  | {
      readonly on: "change";
      readonly clause: string;
      readonly kind: string;
      readonly from: number;
      readonly to: number;
      readonly deleted: string;
      readonly inserted: string;
    };

/** An anchor on words of the current text; see {@link ThreadAnchor}. */
export interface WordsAnchor {
  readonly on: "words";
  readonly clause: string;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** A half-open range of the flat content of a clause of the current text. */
export interface ClauseRange {
  readonly clause: string;
  readonly from: number;
  readonly to: number;
}
