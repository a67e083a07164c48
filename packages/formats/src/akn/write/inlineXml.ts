import type { Segment } from "@plenary/diff";
import type { Content, Inline, Mark } from "@plenary/document";
import { attributes, escapeText } from "./xml.ts";

/** Where the footnote with that clause id stands: the eId of its element; undefined when there is none. */
export type NotePlaces = ReadonlyMap<string, { readonly eId: string; readonly marker: string | null }>;

const tags: Record<Mark, string> = { bold: "b", italic: "i", underline: "u", subscript: "sub", superscript: "sup" };

/** A content as mixed XML content. */
export function contentXml(content: Content, notes: NotePlaces): string {
  return content.map((piece) => pieceXml(piece, notes)).join("");
}

/** Segments as mixed XML content: deletions in `del`, insertions in `ins`. */
export function segmentsXml(segments: readonly Segment[], notes: NotePlaces): string {
  return segments
    .map(({ op, content }) => {
      const inside = contentXml(content, notes);
      if (inside === "" || op === "=") return inside;
      return op === "-" ? `<del>${inside}</del>` : `<ins>${inside}</ins>`;
    })
    .join("");
}

function pieceXml(piece: Inline, notes: NotePlaces): string {
  switch (piece.type) {
    case "text":
      return (piece.marks ?? []).reduceRight(
        (inside, mark) => `<${tags[mark]}>${inside}</${tags[mark]}>`,
        escapeText(piece.text),
      );
    case "break":
      return "<br/>";
    case "anchor": {
      const place = notes.get(piece.footnote);
      const marker = place?.marker ?? undefined;
      return `<noteRef${attributes({ href: `#${place?.eId ?? ""}`, marker, "p:footnote": piece.footnote })}/>`;
    }
  }
}
