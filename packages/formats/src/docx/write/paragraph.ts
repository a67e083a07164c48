import { labelSegments } from "../../labelSegments.ts";
import type { ParagraphBlock } from "./blocks.ts";
import { type Pen, inlineRuns } from "./inline.ts";
import type { PlacedParagraph } from "./layout.ts";
import { paragraphFormat } from "./paragraphStyle.ts";

/** Names of moves by the id of the moved clause, the same for both ends. */
export type MoveNames = Map<string, string>;

/** A paragraph: its properties with the tracking of its mark, and the runs of what stands in it. */
export function paragraphXml(placed: PlacedParagraph, inCell: boolean, moves: MoveNames, pen: Pen): string {
  const format = paragraphFormat(placed.style, pen.language, inCell);
  const mark = placed.mark === null ? "" : `<w:rPr><w:${placed.mark} ${pen.revisions.attributes()}/></w:rPr>`;
  let change = "";
  if (placed.oldStyle) {
    const old = paragraphFormat(placed.oldStyle, pen.language, inCell);
    if (old !== format) change = `<w:pPrChange ${pen.revisions.attributes()}><w:pPr>${old}</w:pPr></w:pPrChange>`;
  }
  let inside = "";
  let after = "";
  for (const part of placed.parts) {
    const range = moveRange(part, moves, pen);
    inside += range.start + labelRuns(part, pen) + contentRuns(part, pen);
    if (placed.mark === "moveFrom" || placed.mark === "moveTo") after += range.end;
    else inside += range.end;
  }
  return `<w:p><w:pPr>${format}${mark}${change}</w:pPr>${inside}</w:p>${after}`;
}

function contentRuns(part: ParagraphBlock, pen: Pen): string {
  const base = part.base ?? part.origin;
  return inlineRuns(part.segments, base?.content ?? null, part.move, pen);
}

function moveRange(part: ParagraphBlock, moves: MoveNames, pen: Pen): { start: string; end: string } {
  const moved = part.base ?? part.origin;
  if (part.move === null || !moved) return { start: "", end: "" };
  const element = part.move === "from" ? "w:moveFromRange" : "w:moveToRange";
  const name = moves.get(moved.id) ?? `move${moves.size + 1}`;
  moves.set(moved.id, name);
  const attributes = pen.revisions.attributes();
  const id = /w:id="\d+"/.exec(attributes)?.[0] ?? "";
  return { start: `<${element}Start ${attributes} w:name="${name}"/>`, end: `<${element}End ${id}/>` };
}

/** The label and its tab as literal text, so that a changed label is a tracked change of words. */
function labelRuns(part: ParagraphBlock, pen: Pen): string {
  const before = part.base ?? part.origin;
  const segments = labelSegments(before, part.current);
  return inlineRuns(segments, null, part.move, { ...pen, notes: null });
}
