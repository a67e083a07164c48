import type { Change, Segment } from "@plenary/diff";
import { type Content, type Language, type Mark, flatPiece, flatten, sameMarks, slice } from "@plenary/document";
import type { WordSource } from "../source/wordSource.ts";
import type { CommentBook } from "./comments/commentBook.ts";
import type { NoteBook } from "./footnotes.ts";
import type { Ink, InkPart } from "./ink.ts";
import type { Revisions, Tracking } from "./revisions.ts";
import { runProperties, textRun } from "./runs.ts";
import type { Signatures } from "./signatures.ts";

/** What the writers of one document share. `notes` is null inside footnotes, which have no footnotes of their own. */
export interface Pen {
  readonly language: Language;
  readonly revisions: Revisions;
  readonly signatures: Signatures;
  readonly notes: NoteBook | null;
  /** The file whose looks are kept; null for a text that was born here. */
  readonly source: WordSource | null;
  readonly comments: CommentBook;
  /** Whether the changes are written as made, without tracking. */
  readonly clean: boolean;
}

/** What segments are written with: the base content they join to, from which kept words get the tracked change of their
 * format (null when that is of no interest), their ink, which end of a move they are, and the changes they are part of.
 */
export interface InlineContext {
  readonly base: Content | null;
  readonly ink: Ink;
  readonly move: "from" | "to" | null;
  readonly changes: readonly Change[];
}

/** The runs of segments. */
export function inlineRuns(segments: readonly Segment[], context: InlineContext, pen: Pen): string {
  const { base, ink, move } = context;
  const baseAnchors = (base ?? []).flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : []));
  const at = { base: 0, current: 0 };
  let out = "";
  for (const segment of segments) {
    const { op } = segment;
    const units = flatten(segment.content).length;
    // LibreOffice keeps words deleted inside an insertion when all is accepted, so they stand at the old place alone.
    if (op === "-" && (move === "to" || pen.clean)) {
      for (const piece of segment.content) if (piece.type === "anchor") baseAnchors.shift();
      at.base += units;
      continue;
    }
    const trackings = pen.clean ? [] : trackingsOf(op, move);
    const revisions = pen.signatures.at(context.changes, op, at, pen.revisions);
    const deleted = trackings.includes("del");
    const rawPart = (part: Extract<InkPart, { type: "raw" }>): string => {
      if (part.tracking === "segment") return revisions.wrap(part.xml, ...trackings);
      return part.tracking === null || pen.clean ? part.xml : revisions.wrap(part.xml, part.tracking);
    };
    const tracked = base && op === "=" && move === null && !pen.clean;
    for (const stretch of tracked ? withBaseMarks(segment.content, base, at.base) : plainStretches(segment.content)) {
      const was = stretch.type === "text" ? stretch.was : null;
      const length = stretch.type === "text" ? stretch.text.length : 1;
      let done = 0;
      for (const part of ink.parts(op, at, length, was === null && stretch.type === "text")) {
        if (part.type === "raw") out += rawPart(part);
        else if (stretch.type === "text") {
          const change =
            was === null
              ? ""
              : `<w:rPrChange ${revisions.attributes()}><w:rPr>${part.format(was)}</w:rPr></w:rPrChange>`;
          const properties = runProperties(part.format(stretch.marks), change);
          const text = stretch.text.slice(done, done + part.length);
          out += revisions.wrap(textRun(text, properties, deleted), ...trackings);
        }
        done += part.length;
      }
      if (op !== "+") at.base += length;
      if (op !== "-") at.current += length;
      if (stretch.type === "text" || pen.notes === null) continue;
      const signed = { ...pen, revisions };
      if (op === "=") out += keptAnchor(baseAnchors.shift(), stretch.footnote, move, signed, pen.notes);
      else {
        if (op === "-") baseAnchors.shift();
        const side = op === "-" ? "base" : "current";
        const reference = pen.notes.reference(side, stretch.footnote, trackings.at(-1) ?? null);
        out += revisions.wrap(reference, ...trackings);
      }
    }
  }
  for (const part of ink.rest(at)) {
    if (part.type === "words") continue;
    const tracking = part.tracking === "segment" || pen.clean ? null : part.tracking;
    out += tracking === null ? part.xml : pen.revisions.wrap(part.xml, tracking);
  }
  return out;
}

function trackingsOf(op: Segment["op"], move: "from" | "to" | null): readonly Tracking[] {
  if (move === "from") return ["moveFrom"];
  switch (op) {
    case "=":
      return move === "to" ? ["moveTo"] : [];
    case "-":
      return ["del"];
    case "+":
      return ["ins"];
  }
}

function keptAnchor(
  base: string | undefined,
  current: string,
  move: "from" | "to" | null,
  pen: Pen,
  notes: NoteBook,
): string {
  if (move === "to") return pen.revisions.wrap(notes.reference("current", current, "moveTo"), "moveTo");
  if (pen.clean) return notes.reference("current", current, null);
  if (base === undefined || notes.paired(base, current)) return notes.reference("both", current, null);
  const before = pen.revisions.wrap(notes.reference("base", base, "del"), "del");
  return before + pen.revisions.wrap(notes.reference("current", current, "ins"), "ins");
}

type Stretch =
  | {
      readonly type: "text";
      readonly text: string;
      readonly marks: readonly Mark[];
      readonly was: readonly Mark[] | null;
    }
  | { readonly type: "anchor"; readonly footnote: string };

function plainStretches(content: Content): Stretch[] {
  return content.map((piece) =>
    piece.type === "anchor"
      ? piece
      : { type: "text", text: flatPiece(piece), marks: piece.type === "text" ? (piece.marks ?? []) : [], was: null },
  );
}

/** Kept content cut where its formatting or the base's changes; `at` is its place in the base's flat form. */
function withBaseMarks(content: Content, base: Content, at: number): Stretch[] {
  let from = at;
  return content.flatMap((piece): Stretch[] => {
    const start = from;
    from += flatPiece(piece).length;
    if (piece.type !== "text") return plainStretches([piece]);
    const marks = piece.marks ?? [];
    let offset = 0;
    return slice(base, start, from).map((old) => {
      const text = piece.text.slice(offset, (offset += flatPiece(old).length));
      const oldMarks = old.type === "text" ? (old.marks ?? []) : marks;
      return { type: "text", text, marks, was: sameMarks(oldMarks, marks) ? null : oldMarks };
    });
  });
}
