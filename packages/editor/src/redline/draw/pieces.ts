import type { Content, Mark } from "@plenary/document";

const tags: Readonly<Record<Mark, string>> = {
  bold: "strong",
  italic: "em",
  underline: "u",
  subscript: "sub",
  superscript: "sup",
};

/** Content as DOM nodes for reading only; words are text nodes, never markup. */
export function contentDom(content: Content): DocumentFragment {
  const out = document.createDocumentFragment();
  for (const piece of content) {
    switch (piece.type) {
      case "break":
        out.append(element("br", ""));
        break;
      case "anchor": {
        const anchor = element("sup", "anchor");
        anchor.dataset["footnote"] = piece.footnote;
        out.append(anchor);
        break;
      }
      case "text":
        out.append(marked(piece.text, piece.marks ?? []));
    }
  }
  return out;
}

/** An element with a class, and words in it when given. */
export function element(tag: string, className: string, words?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  if (words !== undefined) made.textContent = words;
  return made;
}

function marked(text: string, marks: readonly Mark[]): Node {
  return marks.reduceRight<Node>((inner, mark) => {
    const outer = document.createElement(tags[mark]);
    outer.append(inner);
    return outer;
  }, document.createTextNode(text));
}
