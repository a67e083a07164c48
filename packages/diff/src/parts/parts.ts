import { type Clause, type Content, type Text, concat, content, flatten, slice } from "@plenary/document";
import type { Change, ClauseRedline, Redline } from "../redline.ts";

/** One half of a replacement, decided without the other. */
export type ChangePart = "deletion" | "insertion";

/**
 * The base of the redline with one part of a replacement accepted: without the old words, or with the new words after
 * the old ones; spaces are kept as one would type them. The other part is then a change of its own. Null when the
 * change is no replacement of words.
 */
export function acceptPart(redline: Redline, change: Change, part: ChangePart): Text | null {
  const sides = sidesOf(redline, change);
  if (!sides) return null;
  const { base, current } = sides;
  const { fromA, toA, fromB, toB } = change;
  const [before, after] = [slice(base.content, 0, fromA), slice(base.content, toA, Infinity)];
  const both = apart(slice(base.content, fromA, toA), slice(current.content, fromB, toB));
  const words = part === "deletion" ? closed(before, after) : concat(before, both, after);
  return withContent(redline.base, base, words);
}

/**
 * The current text of the redline with one part of a replacement taken back: the old words back before the new ones,
 * or the new words gone; spaces are kept as one would type them. Null when the change is no replacement of words.
 */
export function rejectPart(redline: Redline, change: Change, part: ChangePart): Text | null {
  const sides = sidesOf(redline, change);
  if (!sides) return null;
  const { base, current } = sides;
  const { fromA, toA, fromB, toB } = change;
  const [before, after] = [slice(current.content, 0, fromB), slice(current.content, toB, Infinity)];
  const both = apart(slice(base.content, fromA, toA), slice(current.content, fromB, toB));
  const words = part === "insertion" ? closed(before, after) : concat(before, both, after);
  return withContent(redline.current, current, words);
}

/** The clauses that a replacement stands in; null for any other change. */
function sidesOf(redline: Redline, { id, kind, deleted, inserted }: Change) {
  if (kind !== "text" || deleted === "" || inserted === "") return null;
  const entry = entryOf(redline.clauses, id);
  return entry?.base && entry.current ? { base: entry.base, current: entry.current } : null;
}

function entryOf(entries: readonly ClauseRedline[], change: string): ClauseRedline | null {
  for (const entry of entries) {
    if (entry.changes.some(({ id }) => id === change)) return entry;
    for (const cell of entry.rows.flatMap(({ cells }) => cells)) {
      const inside = entryOf(cell.clauses, change);
      if (inside) return inside;
    }
  }
  return null;
}

/** One after the other, with a space between where words of a script that has spaces would touch. */
function apart(one: Content, other: Content): Content {
  const run = /[\p{L}\p{N}]$/u.test(flatten(one)) && /^[\p{L}\p{N}]/u.test(flatten(other));
  const spaced = run && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(flatten(one));
  return concat(one, spaced ? content(" ") : [], other);
}

/** One after the other, with one of the two spaces that stood around what is gone. */
function closed(one: Content, other: Content): Content {
  const twice = flatten(one).endsWith(" ") && flatten(other).startsWith(" ");
  return concat(one, twice ? slice(other, 1, Infinity) : other);
}

/** The text with other words in one clause, wherever it stands. */
function withContent(text: Text, clause: Clause, words: Content): Text {
  const rewrite = (one: Clause): Clause => {
    if (one === clause) return { ...one, content: words };
    if (one.rows.length === 0) return one;
    const rows = one.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, clauses: cell.clauses.map(rewrite) })),
    }));
    return { ...one, rows };
  };
  return { ...text, clauses: text.clauses.map(rewrite) };
}
