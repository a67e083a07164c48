import type { WordFile } from "./package/wordFile.ts";
import type { Element } from "./xml/element.ts";

/**
 * One tracked change as the file has it. `type` is Word's name (ins, del, moveFrom, moveTo, cellIns, rPrChange, …),
 * `scope` what it is about. `words` are what was inserted, deleted or moved: a pilcrow for a paragraph's mark, "" for
 * rows, cells and formats. Author and date are as they stand there, null when they do not; Word writes local time.
 */
export interface WordChange {
  readonly type: string;
  readonly scope: "content" | "paragraph mark" | "format" | "row" | "cell" | "numbering";
  readonly author: string | null;
  readonly date: string | null;
  readonly words: string;
}

const tracked = new Set(["ins", "del", "moveFrom", "moveTo"]);
const cells = new Set(["cellIns", "cellDel", "cellMerge"]);
const formats = new Set(
  "rPrChange pPrChange sectPrChange tblPrChange tblPrExChange trPrChange tcPrChange tblGridChange numberingChange".split(
    " ",
  ),
);

/** Every tracked change of the body, the notes, the headers and the footers, in the order of the file. */
export function readChanges(file: WordFile): WordChange[] {
  const out: WordChange[] = [];
  const visit = (element: Element, above: readonly string[]): void => {
    const found = element.space === "w" ? change(element, above) : null;
    if (found) out.push(found);
    const path = element.space === "w" ? [...above, element.name] : above;
    for (const each of element.children) visit(each, path);
  };
  const parts = [file.document, ...file.footnotes, ...file.endnotes, ...file.headers, ...file.footers];
  for (const part of parts) visit(part, []);
  return out;
}

function change(element: Element, above: readonly string[]): WordChange | null {
  const { name, attributes } = element;
  const made = (scope: WordChange["scope"], words: string): WordChange => ({
    type: name,
    scope,
    author: attributes.get("author") ?? null,
    date: attributes.get("date") ?? null,
    words,
  });
  if (cells.has(name)) return made("cell", "");
  if (formats.has(name)) return made("format", "");
  if (!tracked.has(name)) return null;
  switch (above.at(-1) ?? "") {
    case "rPr":
      return above.includes("pPr") ? made("paragraph mark", "¶") : made("format", "");
    case "trPr":
      return made("row", "");
    case "numPr":
      return made("numbering", "");
    default:
      return made("content", wordsOf(element));
  }
}

function wordsOf(element: Element): string {
  if (element.space === "m" && element.name === "t") return element.text;
  if (element.space === "w") {
    switch (element.name) {
      case "t":
      case "delText":
        return element.text;
      case "tab":
        return "\t";
      case "br":
      case "cr":
        return "\u2028";
      case "noBreakHyphen":
        return "\u2011";
      case "footnoteReference":
      case "endnoteReference":
        return "[^]";
      default:
    }
  }
  return element.children.map(wordsOf).join("");
}
