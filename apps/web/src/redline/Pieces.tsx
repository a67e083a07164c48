import type { Content, Inline, Mark } from "@plenary/document";
import type { ReactNode } from "react";

const tags: Readonly<Record<Mark, "b" | "i" | "u" | "sub" | "sup">> = {
  bold: "b",
  italic: "i",
  underline: "u",
  subscript: "sub",
  superscript: "sup",
};

/** A clause's words with their formatting; a footnote's anchor is a star. */
export function Pieces({ content }: { readonly content: Content }) {
  return content.map((piece, at) => <Piece key={at} piece={piece} />);
}

function Piece({ piece }: { readonly piece: Inline }): ReactNode {
  switch (piece.type) {
    case "text":
      return (piece.marks ?? []).reduceRight<ReactNode>((inside, mark) => {
        const Tag = tags[mark];
        return <Tag>{inside}</Tag>;
      }, piece.text);
    case "break":
      return <br />;
    case "anchor":
      return <sup>*</sup>;
  }
}
