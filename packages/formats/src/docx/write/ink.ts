import type { Segment } from "@plenary/diff";
import type { Language, Mark } from "@plenary/document";
import type { Tracking } from "./revisions.ts";
import { runFormat } from "./runs.ts";

/** Where the writer is: how many units of the clause's content before and after it has passed. */
export interface InkPlace {
  readonly base: number;
  readonly current: number;
}

/** A stretch of words with a format of its own, or something that stands there as it is. */
export type InkPart =
  | { readonly type: "words"; readonly length: number; readonly format: (marks: readonly Mark[]) => string }
  | {
      readonly type: "raw";
      readonly length: number;
      readonly xml: string;
      /** How it is tracked; "segment": as the words around it. */
      readonly tracking: Tracking | "segment" | null;
    };

/** How the words of one clause are written, by their places. */
export interface Ink {
  /** What the next `length` units of a segment are, with the silent things among and before them; `whole` unless their format changes. */
  parts(op: Segment["op"], place: InkPlace, length: number, whole: boolean): readonly InkPart[];
  /** The silent things at the end. */
  rest(place: InkPlace): readonly InkPart[];
}

/** The ink of a text that was born here: nothing but what marks say. */
export function plainInk(language: Language): Ink {
  return {
    rest: () => [],
    parts: (_op, _place, length) => [{ type: "words", length, format: (marks) => runFormat(marks, language) }],
  };
}
