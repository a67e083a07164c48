import type { WordFile } from "./package/wordFile.ts";
import type { Element } from "./xml/element.ts";

/** Something of the file that the texts do not hold as it is there, and how often. */
export interface WordNote {
  readonly kind: "picture" | "mathematics" | "text box" | "embedded document" | "headers and footers";
  readonly count: number;
  readonly message: string;
}

const messages: Readonly<Record<WordNote["kind"], string>> = {
  picture: "Pictures are left out.",
  mathematics: "Mathematics is read as its plain characters.",
  "text box": "The words of text boxes follow the paragraph that holds the box.",
  "embedded document": "Embedded documents are left out.",
  "headers and footers": "Headers and footers are left out.",
};

/** What the texts of a file do not hold; empty when they hold all of it. */
export function readNotes(file: WordFile): WordNote[] {
  const counts = new Map<WordNote["kind"], number>();
  const add = (kind: WordNote["kind"], times = 1): void => {
    if (times > 0) counts.set(kind, (counts.get(kind) ?? 0) + times);
  };
  const visit = (element: Element): void => {
    const kind = kindOf(element);
    if (kind) add(kind);
    for (const each of element.children) visit(each);
  };
  visit(file.document);
  add("headers and footers", file.headers.length + file.footers.length);
  return [...counts].map(([kind, count]) => ({ kind, count, message: messages[kind] }));
}

function kindOf({ space, name }: Element): WordNote["kind"] | null {
  if (space === "other") return name === "blip" || name === "imagedata" ? "picture" : null;
  if (space === "m") return name === "oMath" ? "mathematics" : null;
  if (space === "w" && name === "txbxContent") return "text box";
  return space === "w" && name === "altChunk" ? "embedded document" : null;
}
