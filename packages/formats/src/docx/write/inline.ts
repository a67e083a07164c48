import type { Segment } from "@plenary/diff";
import { type Content, type Language, type Mark, flatPiece, flatten, sameMarks, slice } from "@plenary/document";
import type { NoteBook } from "./footnotes.ts";
import type { Revisions, Tracking } from "./revisions.ts";
import { runFormat, runProperties, textRun } from "./runs.ts";

/** What the writers of one document share. `notes` is null inside footnotes, which have no footnotes of their own. */
export interface Pen {
  readonly language: Language;
  readonly revisions: Revisions;
  readonly notes: NoteBook | null;
}

/**
 * The runs of segments. `base` is the base content they join to, from which kept words get the tracked change of their
 * format; null when that is of no interest. In a moved clause `move` says which end of the move it is.
 */
export function inlineRuns(
  segments: readonly Segment[],
  base: Content | null,
  move: "from" | "to" | null,
  pen: Pen,
): string {
  const baseAnchors = (base ?? []).flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : []));
  let at = 0;
  let out = "";
  for (const segment of segments) {
    // LibreOffice keeps words deleted inside an insertion when all is accepted, so they stand at the old place alone.
    if (segment.op === "-" && move === "to") continue;
    const trackings = trackingsOf(segment.op, move);
    const tracked = base && segment.op === "=" && move === null;
    for (const stretch of tracked ? withBaseMarks(segment.content, base, at) : plainStretches(segment.content)) {
      if (stretch.type === "text") {
        const change = stretch.was === null ? "" : formatChange(stretch.was, pen);
        const properties = runProperties(runFormat(stretch.marks, pen.language), change);
        out += pen.revisions.wrap(textRun(stretch.text, properties, trackings.includes("del")), ...trackings);
      } else if (pen.notes === null) continue;
      else if (segment.op === "=") out += keptAnchor(baseAnchors.shift(), stretch.footnote, move, pen, pen.notes);
      else {
        if (segment.op === "-") baseAnchors.shift();
        const side = segment.op === "-" ? "base" : "current";
        const reference = pen.notes.reference(side, stretch.footnote, trackings.at(-1) ?? null);
        out += pen.revisions.wrap(reference, ...trackings);
      }
    }
    if (segment.op !== "+") at += flatten(segment.content).length;
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

function formatChange(was: readonly Mark[], pen: Pen): string {
  const old = runFormat(was, pen.language);
  return `<w:rPrChange ${pen.revisions.attributes()}><w:rPr>${old}</w:rPr></w:rPrChange>`;
}
