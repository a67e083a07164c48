import type { Mark } from "@plenary/document";
import type { MarkedPiece, Op } from "../marked/marked.ts";
import { escapeHtml } from "./escapeHtml.ts";

/** Prints the reference to a footnote, by its number, on one side. */
export type Reference = (note: number, side: "base" | "current") => string;

const tags: Record<Mark, string> = { bold: "b", italic: "i", underline: "u", subscript: "sub", superscript: "sup" };

/**
 * Pieces as HTML: deletions in `del`, insertions in `ins`; `move` gives those of a moved clause a class, and words
 * deleted on the way stand in both at the new place. Who made words, or `by` where nothing is said of them, is their
 * title.
 */
export function inlineHtml(
  pieces: readonly MarkedPiece[],
  reference: Reference,
  move: "from" | "to" | null = null,
  by?: string,
): string {
  let out = "";
  for (let i = 0; i < pieces.length;) {
    const { op, by: made } = pieces[i]!;
    let inside = "";
    for (; i < pieces.length && pieces[i]!.op === op && pieces[i]!.by === made; i++)
      inside += pieceHtml(pieces[i]!, reference);
    out += inside === "" ? "" : wrapped(inside, op, move, titleHtml(made ?? by));
  }
  return out;
}

/** A `title` attribute that says who made what is in the element; nothing where that is not known. */
export function titleHtml(by: string | undefined): string {
  return by === undefined ? "" : ` title="${escapeHtml(by)}"`;
}

function wrapped(inside: string, op: Op, move: "from" | "to" | null, title: string): string {
  const moved = move === null ? "" : ' class="moved"';
  if (op === "-" && move === "to") return `<ins${moved}><del${title}>${inside}</del></ins>`;
  if (op === "-") return `<del${moved}${title}>${inside}</del>`;
  if (op === "+") return `<ins${title}>${inside}</ins>`;
  return move === "to" ? `<ins${moved}${title}>${inside}</ins>` : inside;
}

function pieceHtml(piece: MarkedPiece, reference: Reference): string {
  switch (piece.type) {
    case "text": {
      const said = piece.marks.reduceRight(
        (inside, mark) => `<${tags[mark]}>${inside}</${tags[mark]}>`,
        escapeHtml(piece.text),
      );
      return piece.was === undefined ? said : `<span data-was="${piece.was.join(" ")}">${said}</span>`;
    }
    case "break":
      return "<br/>";
    case "anchor":
      return reference(piece.note, piece.op === "-" ? "base" : "current");
  }
}
