import type { ChangeKind } from "@plenary/diff";

/** Changes that their words tell; others are told by their summary. */
export const toldByWords: ReadonlySet<ChangeKind> = new Set([
  "text",
  "add",
  "suppress",
  "row",
  "column",
  "cell",
  "split",
  "merge",
]);
