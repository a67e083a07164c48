import type { Clause, ClauseKind } from "@plenary/document";

/**
 * One letter for each kind; a letter is never given to another kind, as files carry them. An item and a paragraph are
 * told apart by their labels, which are words.
 */
const letters: Readonly<Record<ClauseKind, string>> = {
  source: "s",
  field: "f",
  proposal: "m",
  number: "n",
  title: "t",
  reference: "e",
  opening: "o",
  call: "c",
  item: "p",
  paragraph: "p",
  heading: "h",
  annexNumber: "a",
  annexTitle: "b",
  footnote: "w",
  reasons: "r",
  table: "x",
};

/** Kinds that have levels, and how many of them every kind of file tells apart. */
const levels: Partial<Record<ClauseKind, number>> = { item: 3, paragraph: 3, heading: 4, footnote: 1 };

/** What a clause is, in two characters: its kind and its level, 0 in cells, where files hold none. */
export function shapeCode({ kind, level }: Clause, inCell: boolean): string {
  return letters[kind] + String(inCell ? 0 : Math.max(0, Math.min(level, levels[kind] ?? 0)));
}

/** The code of what is no clause: rows and cells. */
export const noShape = "z0";
