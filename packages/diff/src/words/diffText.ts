import { difference } from "./difference.ts";

/** A stretch of a redline in plain text: kept, deleted or inserted. */
export type Hunk = readonly ["=" | "-" | "+", string];

/**
 * The redline of two strings: `=` and `-` join to the base, `=` and `+` to the current one; a
 * deletion stands before the insertion that replaces it. `language` is a BCP 47 code. `budget`
 * counts cells of alignment tables; beyond it, stretches are replaced whole. Empty when both
 * strings are.
 */
export function diffText(base: string, current: string, options: { language: string; budget?: number }): Hunk[] {
  const hunks: Hunk[] = [];
  const push = (op: Hunk[0], said: string) => {
    if (said !== "") hunks.push([op, said]);
  };
  let at = 0;
  for (const { fromA, toA, fromB, toB } of difference(base, current, options.language, options.budget).ranges) {
    push("=", base.slice(at, fromA));
    push("-", base.slice(fromA, toA));
    push("+", current.slice(fromB, toB));
    at = toA;
  }
  push("=", base.slice(at));
  return hunks;
}
