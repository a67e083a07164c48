/** Formatting of a run of characters. */
export const marks = ["bold", "italic", "underline", "subscript", "superscript"] as const;

/** One kind of character formatting. */
export type Mark = (typeof marks)[number];

/**
 * A piece of a clause's content. A text piece is never empty; its marks are sorted in the order of
 * {@link marks}, without repetition, and absent when there are none. An anchor is the place of a
 * footnote: it names the footnote's clause.
 */
export type Inline =
  | { readonly type: "text"; readonly text: string; readonly marks?: readonly Mark[] }
  | { readonly type: "break" }
  | { readonly type: "anchor"; readonly footnote: string };

/** What a clause says: pieces in reading order; neighbouring text pieces differ in their marks. */
export type Content = readonly Inline[];

/** The character that stands for a line break in the flat form of a content. */
export const BREAK = "\u2028";

/** The character that stands for a footnote's anchor in the flat form of a content. */
export const ANCHOR = "\uFFFC";

/**
 * The content as one string, one UTF-16 unit a position: ranges of a redline count in it. A line
 * break is {@link BREAK}, an anchor is {@link ANCHOR}. Empty content gives "".
 */
export function flatten(content: Content): string {
  let flat = "";
  for (const piece of content) flat += flatPiece(piece);
  return flat;
}

/** The flat form of one piece. */
export function flatPiece(piece: Inline): string {
  switch (piece.type) {
    case "text":
      return piece.text;
    case "break":
      return BREAK;
    case "anchor":
      return ANCHOR;
  }
}

/** The pieces of the half-open range [from, to) of the flat form; marks and anchors are kept. */
export function slice(content: Content, from: number, to: number): Content {
  const out: Inline[] = [];
  let at = 0;
  for (const piece of content) {
    const length = flatPiece(piece).length;
    const start = Math.max(from - at, 0);
    const end = Math.min(to - at, length);
    if (start < end) out.push(piece.type === "text" ? retext(piece, piece.text.slice(start, end)) : piece);
    at += length;
    if (at >= to) break;
  }
  return out;
}

/** Contents one after the other, in normal form (see {@link normalise}). */
export function concat(...contents: Content[]): Content {
  return normalise(contents.flat());
}

/** The normal form: no empty text piece, and neighbours with the same marks are one piece. */
export function normalise(content: Content): Content {
  const out: Inline[] = [];
  for (const piece of content) {
    if (piece.type !== "text") {
      out.push(piece);
      continue;
    }
    if (piece.text === "") continue;
    const last = out.at(-1);
    if (last?.type === "text" && sameMarks(last.marks, piece.marks))
      out[out.length - 1] = retext(last, last.text + piece.text);
    else out.push(retext(piece, piece.text));
  }
  return out;
}

/** Whether two contents say the same with the same formatting and the same anchors. */
export function sameContent(one: Content, other: Content): boolean {
  if (one === other) return true;
  const a = normalise(one);
  const b = normalise(other);
  return a.length === b.length && a.every((piece, i) => samePiece(piece, b[i]!));
}

function samePiece(one: Inline, other: Inline): boolean {
  if (one.type === "text") return other.type === "text" && one.text === other.text && sameMarks(one.marks, other.marks);
  if (one.type === "anchor") return other.type === "anchor" && one.footnote === other.footnote;
  return other.type === "break";
}

/** Marks in canonical order without repetition; undefined when there are none. */
export function sortedMarks(given: Iterable<Mark>): readonly Mark[] | undefined {
  const set = new Set(given);
  return set.size === 0 ? undefined : marks.filter((mark) => set.has(mark));
}

/** Whether two lists of marks are the same set. */
export function sameMarks(one: readonly Mark[] = [], other: readonly Mark[] = []): boolean {
  return one.length === other.length && one.every((mark) => other.includes(mark));
}

function retext(piece: { readonly type: "text"; readonly marks?: readonly Mark[] }, text: string): Inline {
  return piece.marks && piece.marks.length > 0 ? { type: "text", text, marks: piece.marks } : { type: "text", text };
}
