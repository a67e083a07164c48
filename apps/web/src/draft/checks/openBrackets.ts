import { type Clause, flatten, squareBrackets } from "@plenary/document";
import type { ClauseEdit } from "@plenary/editor";

/** One way to resolve open brackets: the words stay, go, or one of the alternatives is taken, `words`. */
export interface BracketChoice {
  readonly kind: "keep" | "drop" | "take";
  readonly words: string;
  readonly edits: readonly ClauseEdit[];
}

/**
 * Brackets that are open in a clause, over the half-open range [from, to) of `said`, its flat content. A bracket
 * without its partner has no choices.
 */
export interface OpenBracket {
  readonly clause: string;
  readonly said: string;
  readonly from: number;
  readonly to: number;
  readonly choices: readonly BracketChoice[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The open brackets of a clause in order; those that stand side by side are alternatives and one entry. */
export function openBrackets({ id, content }: Clause): readonly OpenBracket[] {
  const said = flatten(content);
  const { pairs, unpaired } = squareBrackets(said);
  const open = alternatives(pairs, said).map((row): OpenBracket => {
    const [first] = row;
    const from = first?.from ?? 0;
    const to = row.at(-1)?.to ?? from;
    return { clause: id, said, from, to, choices: choices(said, row) };
  });
  const alone = unpaired.map((at): OpenBracket => ({ clause: id, said, from: at, to: at + 1, choices: [] }));
  return [...open, ...alone].toSorted((a, b) => a.from - b.from);
}

/** Pairs with nothing but spaces or a slash between them belong together. */
function alternatives(pairs: readonly Range[], said: string): Range[][] {
  const rows: Range[][] = [];
  for (const pair of pairs) {
    const row = rows.find((one) => {
      const last = one.at(-1);
      return last !== undefined && last.to <= pair.from && /^ *[/／]? *$/.test(said.slice(last.to, pair.from));
    });
    if (row) row.push(pair);
    else rows.push([pair]);
  }
  return rows;
}

function choices(said: string, row: readonly Range[]): BracketChoice[] {
  const whole = { from: row[0]?.from ?? 0, to: row.at(-1)?.to ?? 0 };
  const inside = row.map((pair) => trimmed(said, { from: pair.from + 1, to: pair.to - 1 }));
  const [only] = inside;
  const parts = row.length === 1 && only ? slashed(said, only) : inside;
  const drop: BracketChoice = { kind: "drop", words: said.slice(whole.from, whole.to), edits: [gone(said, whole)] };
  if (parts.length > 1) return [...parts.map((part) => taken("take", said, whole, part)), drop];
  return only && only.from < only.to ? [taken("keep", said, whole, only), drop] : [drop];
}

function taken(kind: "keep" | "take", said: string, whole: Range, part: Range): BracketChoice {
  const edits = [
    { from: whole.from, to: part.from, insert: "" },
    { from: part.to, to: whole.to, insert: "" },
  ];
  return { kind, words: said.slice(part.from, part.to), edits };
}

/** The alternatives between slashes; the whole alone where the slashes belong to words, as in "and/or" or "2002/24". */
function slashed(said: string, { from, to }: Range): Range[] {
  const inner = said.slice(from, to);
  const spaced = / [/／] |／/.test(inner);
  const plain = /^\p{L}+(?:\/\p{L}+)+$/u.test(inner) && !/^(?:and\/or|et\/ou|y\/o|и\/или|و\/أو)$/iu.test(inner);
  if (!spaced && !plain) return [{ from, to }];
  const out: Range[] = [];
  let start = from;
  for (const { index, 0: slash } of inner.matchAll(spaced ? / [/／] |／/g : /\//g)) {
    out.push(trimmed(said, { from: start, to: from + index }));
    start = from + index + slash.length;
  }
  out.push(trimmed(said, { from: start, to }));
  return out.every((part) => part.from < part.to) ? out : [{ from, to }];
}

function trimmed(said: string, { from, to }: Range): Range {
  let [start, end] = [from, to];
  while (start < end && said[start] === " ") start++;
  while (end > start && said[end - 1] === " ") end--;
  return { from: start, to: end };
}

/** The range goes, with one of the spaces around it where two would meet, or one would stand before a sign or the end. */
function gone(said: string, { from, to }: Range): ClauseEdit {
  const after = said[to] ?? "";
  if (said[from - 1] === " " && (after === "" || /[ ,.;:)،؛]/.test(after))) return { from: from - 1, to, insert: "" };
  return from === 0 && after === " " ? { from, to: to + 1, insert: "" } : { from, to, insert: "" };
}
