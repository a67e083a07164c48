import type { Mark } from "@plenary/document";
import type { MarkedPiece, Op } from "../marked/marked.ts";
import { escapeMarkdown } from "./escapeMarkdown.ts";

/** Formatting as tags: stars are no formatting beside many letters and signs, in Chinese above all. */
const tags: Record<Mark, string> = { bold: "b", italic: "i", underline: "u", subscript: "sub", superscript: "sup" };

/** Pieces as Markdown on one line, deletions and insertions as CriticMarkup: `{--deleted--}{++inserted++}`. */
export function inlineMarkdown(pieces: readonly MarkedPiece[], anchored: (note: number) => boolean): string {
  let out = "";
  for (let i = 0; i < pieces.length;) {
    const { op } = pieces[i]!;
    let inside = "";
    for (; i < pieces.length && pieces[i]!.op === op; i++) inside += pieceMarkdown(pieces[i]!, anchored);
    out += tracked(inside, op);
  }
  return out;
}

/** Words as CriticMarkup. */
function tracked(inside: string, op: Op): string {
  if (inside === "" || op === "=") return inside;
  return op === "-" ? `{--${inside}--}` : `{++${inside}++}`;
}

function pieceMarkdown(piece: MarkedPiece, anchored: (note: number) => boolean): string {
  switch (piece.type) {
    case "text": {
      const said = escapeMarkdown(piece.text);
      return piece.marks.reduceRight((inside, mark) => `<${tags[mark]}>${inside}</${tags[mark]}>`, said);
    }
    case "break":
      return "<br>";
    case "anchor":
      return anchored(piece.note) ? `[^${piece.note}]` : "";
  }
}
