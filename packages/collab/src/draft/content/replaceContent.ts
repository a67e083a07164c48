import { type Content, type Inline, flatPiece, flatten, sameContent, sameMarks, slice } from "@plenary/document";
import * as Y from "yjs";
import { type Node, reformatting } from "../node.ts";
import { insertions, textOf } from "./pieces.ts";
import { readContent } from "../readClauses.ts";

/**
 * Brings the content of a clause's element to this one with the smallest single edit: what both
 * have in common at the start and at the end is not touched, and no character as people see it (a
 * grapheme) is cut in two. Where only formatting differs, only formatting is written.
 */
export function replaceContent(element: Node, target: Content): void {
  const old = readContent(element);
  if (sameContent(old, target)) return;
  if (lengths(element).reduce((sum, length) => sum + length, 0) !== flatten(old).length) {
    // Something is inside that the schema does not know: positions would not be sure.
    emptyContent(element);
    element.insert(0, [textOf(target)]);
    return;
  }
  const { from, toOld, toNew } = difference(old, target);
  const middle = slice(target, from, toNew);
  if (sameContent(unformatted(slice(old, from, toOld)), unformatted(middle))) reformat(element, from, middle);
  else {
    deleteRange(element, from, toOld);
    insertAt(element, from, middle, slice(old, 0, from));
  }
}

function unformatted(content: Content): Content {
  return content.map((piece) => (piece.type === "text" ? { type: "text", text: piece.text } : piece));
}

/** Deletes the words of a clause's element; the texts that held them stay, for words that arrive meanwhile. */
export function emptyContent(element: Y.XmlFragment): void {
  for (let i = element.length - 1; i >= 0; i--) {
    const child = element.get(i);
    if (child instanceof Y.XmlText) child.delete(0, child.length);
    else element.delete(i, 1);
  }
}

/** Half-open ranges of the flat forms that differ: [from, toOld) in the old, [from, toNew) in the new one. */
function difference(old: Content, target: Content): { from: number; toOld: number; toNew: number } {
  const a = characters(old);
  const b = characters(target);
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && sameCharacter(a[head]!, b[head]!)) head++;
  let tail = 0;
  while (tail < shorter - head && sameCharacter(a.at(-1 - tail)!, b.at(-1 - tail)!)) tail++;
  const length = (characters: readonly Inline[]) => flatten(characters).length;
  return {
    from: length(a.slice(0, head)),
    toOld: length(a.slice(0, a.length - tail)),
    toNew: length(b.slice(0, b.length - tail)),
  };
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

function characters(content: Content): Inline[] {
  return content.flatMap((piece) =>
    piece.type === "text"
      ? Array.from(graphemes.segment(piece.text), ({ segment }): Inline => ({ ...piece, text: segment }))
      : [piece],
  );
}

function sameCharacter(one: Inline, other: Inline): boolean {
  if (one.type === "text") return other.type === "text" && one.text === other.text && sameMarks(one.marks, other.marks);
  return sameContent([one], [other]);
}

function deleteRange(element: Node, from: number, to: number): void {
  const sizes = lengths(element);
  let end = sizes.reduce((sum, length) => sum + length, 0);
  for (let i = sizes.length - 1; i >= 0; i--) {
    const start = end - sizes[i]!;
    const first = Math.max(from, start);
    const last = Math.min(to, end);
    const child = element.get(i);
    if (first < last) {
      if (child instanceof Y.XmlText) child.delete(first - start, last - first);
      else element.delete(i, 1);
    }
    end = start;
  }
}

function insertAt(element: Node, at: number, content: Content, before: Content): void {
  if (content.length === 0) return;
  const { index, text, offset } = place(element, at);
  const last = before.at(-1);
  const written = insertions(content, last?.type === "text" ? last.marks : []);
  if (text) text.applyDelta(offset > 0 ? [{ retain: offset }, ...written] : written);
  else element.insert(index, [textOf(content)]);
}

/** The text to write into at a flat position, or the index where a new child goes. */
function place(element: Node, at: number): { index: number; text: Y.XmlText | null; offset: number } {
  const sizes = lengths(element);
  let start = 0;
  let free = sizes.length;
  for (let i = 0; i < sizes.length; i++) {
    const child = element.get(i);
    if (child instanceof Y.XmlText && at <= start + sizes[i]!) return { index: i, text: child, offset: at - start };
    if (start >= at) {
      free = i;
      break;
    }
    start += sizes[i]!;
  }
  return { index: free, text: null, offset: 0 };
}

function reformat(element: Node, from: number, content: Content): void {
  let at = from;
  for (const piece of content) {
    const to = at + flatPiece(piece).length;
    let start = 0;
    for (const [i, size] of lengths(element).entries()) {
      const child = element.get(i);
      const first = Math.max(at, start);
      const last = Math.min(to, start + size);
      if (first < last && child instanceof Y.XmlText && piece.type === "text")
        child.format(first - start, last - first, reformatting(piece.marks));
      start += size;
    }
    at = to;
  }
}

/** The lengths of the children in the flat form. */
function lengths(element: Node): number[] {
  return element.toArray().map((child) => (child instanceof Y.XmlText ? child.length : 1));
}
