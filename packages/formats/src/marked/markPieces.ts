import type { ClauseRedline, Segment } from "@plenary/diff";
import { type Content, flatPiece, flatten, sameMarks, slice } from "@plenary/document";
import type { MarkedPiece, Op } from "./marked.ts";
import type { NoteNumbers } from "./noteNumbers.ts";

/**
 * The pieces of segments that join to the contents of an entry. Kept words say how they were formatted in the base; a
 * kept anchor whose footnote is another one in each text is a deletion and an insertion. `signed` says who made words.
 */
export function markPieces(
  segments: readonly Segment[],
  entry: ClauseRedline,
  notes: NoteNumbers,
  signed: (op: Op, at: { readonly base: number; readonly current: number }) => string | null = () => null,
): MarkedPiece[] {
  const base = entry.base?.content ?? [];
  const out: MarkedPiece[] = [];
  let at = baseStart(segments, entry);
  let current = currentStart(segments, entry);
  for (const { op, content } of segments) {
    const by = op === "=" ? null : signed(op, { base: at, current });
    const from = out.length;
    for (const piece of content) {
      const length = flatPiece(piece).length;
      if (piece.type === "anchor") out.push(...anchors(piece.footnote, op, slice(base, at, at + length), notes));
      else if (piece.type === "break") out.push({ op, type: "break" });
      else if (op === "=") out.push(...kept(piece, slice(base, at, at + length)));
      else out.push(...broken({ op, type: "text", text: piece.text, marks: piece.marks ?? [] }));
      if (op !== "+") at += length;
      if (op !== "-") current += length;
    }
    if (by !== null) for (let i = from; i < out.length; i++) out[i] = { ...out[i]!, by };
  }
  return out;
}

/** Where in the base the segments begin: behind what earlier entries of a split clause took. */
function baseStart(segments: readonly Segment[], { base, joint }: ClauseRedline): number {
  return joint === "split" && base ? lastStart(segments, "+", base.content) : 0;
}

/** Where in the current text they begin: behind what earlier entries of a merged clause gave. */
function currentStart(segments: readonly Segment[], { current, joint }: ClauseRedline): number {
  return joint === "merge" && current ? lastStart(segments, "-", current.content) : 0;
}

function lastStart(segments: readonly Segment[], without: Op, whole: Content): number {
  const said = segments
    .filter(({ op }) => op !== without)
    .map(({ content }) => flatten(content))
    .join("");
  return Math.max(0, flatten(whole).lastIndexOf(said));
}

function kept(
  piece: { readonly text: string; readonly marks?: Extract<MarkedPiece, { type: "text" }>["marks"] },
  base: Content,
): MarkedPiece[] {
  const marks = piece.marks ?? [];
  const out: MarkedPiece[] = [];
  let from = 0;
  for (const old of base) {
    const text = piece.text.slice(from, (from += flatPiece(old).length));
    const was = old.type === "text" ? (old.marks ?? []) : marks;
    out.push(...broken({ op: "=", type: "text", text, marks, ...(sameMarks(was, marks) ? {} : { was }) }));
  }
  if (from < piece.text.length) out.push(...broken({ op: "=", type: "text", text: piece.text.slice(from), marks }));
  return out;
}

/** Characters that break a line are line breaks. */
function broken(piece: Extract<MarkedPiece, { type: "text" }>): MarkedPiece[] {
  return piece.text.split(/([\n\v\u2028\u2029])/).flatMap((text, i): MarkedPiece[] => {
    if (i % 2 === 1) return [{ op: piece.op, type: "break" }];
    return text === "" ? [] : [{ ...piece, text }];
  });
}

function anchors(footnote: string, op: Op, base: Content, notes: NoteNumbers): MarkedPiece[] {
  const own = notes.ofAnchor(op === "-" ? "base" : "current", footnote);
  const made = (each: Op, note: number | null): MarkedPiece[] =>
    note === null ? [] : [{ op: each, type: "anchor", note }];
  const old = base[0];
  if (op !== "=" || old?.type !== "anchor") return made(op, own);
  const before = notes.ofAnchor("base", old.footnote);
  return before === own ? made("=", own) : [...made("-", before), ...made("+", own)];
}
