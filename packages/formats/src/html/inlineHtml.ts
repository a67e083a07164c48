import type { Segment } from "@plenary/diff";
import type { Content, Inline, Mark } from "@plenary/document";
import { escapeHtml } from "./escapeHtml.ts";

/** Prints the reference to a footnote by the footnote's id on one side; "" when there is none. */
export type Reference = (footnote: string, side: "base" | "current") => string;

const tags: Record<Mark, string> = { bold: "b", italic: "i", underline: "u", subscript: "sub", superscript: "sup" };

/** Segments as HTML: deletions in `del`, insertions in `ins`; `move` gives those of a moved clause a class, and
 * words deleted on the way stand in both at the new place. */
export function inlineHtml(segments: readonly Segment[], reference: Reference, move: "from" | "to" | null): string {
  return segments
    .map(({ op, content }) => {
      const inside = contentHtml(content, op === "-" ? "base" : "current", reference);
      if (inside === "") return "";
      const moved = move === null ? "" : ' class="moved"';
      if (op === "-" && move === "to") return `<ins${moved}><del>${inside}</del></ins>`;
      if (op === "-") return `<del${moved}>${inside}</del>`;
      return op === "+" ? `<ins>${inside}</ins>` : move === "to" ? `<ins${moved}>${inside}</ins>` : inside;
    })
    .join("");
}

function contentHtml(content: Content, side: "base" | "current", reference: Reference): string {
  return content.map((piece) => pieceHtml(piece, side, reference)).join("");
}

function pieceHtml(piece: Inline, side: "base" | "current", reference: Reference): string {
  switch (piece.type) {
    case "text":
      return (piece.marks ?? []).reduceRight(
        (inside, mark) => `<${tags[mark]}>${inside}</${tags[mark]}>`,
        escapeHtml(piece.text),
      );
    case "break":
      return "<br>";
    case "anchor":
      return reference(piece.footnote, side);
  }
}
