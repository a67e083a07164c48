import { labelSegments } from "../labelSegments.ts";
import type { MarkedClause, MarkedPiece } from "./marked.ts";

/** What is printed before a clause's words: label and tab, of both sides where they differ; nothing without a label. */
export function markedLabel({ base, current, move }: MarkedClause): MarkedPiece[] {
  return labelSegments(base, move === "from" ? null : current).flatMap(({ op, content }) =>
    content.flatMap((piece): MarkedPiece[] =>
      piece.type === "text" ? [{ op, type: "text", text: piece.text, marks: piece.marks ?? [] }] : [],
    ),
  );
}
