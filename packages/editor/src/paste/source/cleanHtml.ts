import type { Mark } from "@plenary/document";
import { type BlockAttrs, type ListPlace, blockOf, listIn } from "./blockOf.ts";
import { noteKey, takeFootnotes } from "./footnotes.ts";
import { isHidden } from "./isHidden.ts";
import { leadingLabel } from "./leadingLabel.ts";
import { marksOf } from "./marksOf.ts";
import { type Writer, writer } from "./writer.ts";

const blocks = new Set(
  "P H1 H2 H3 H4 H5 H6 LI DIV BLOCKQUOTE PRE DT DD DL SECTION ARTICLE HEADER FOOTER MAIN NAV ASIDE FIGURE FIGCAPTION ADDRESS CENTER UL OL FORM FIELDSET DETAILS SUMMARY HR TR TD TH CAPTION".split(
    " ",
  ),
);

/** What words are read in. */
interface Scope {
  readonly marks: ReadonlySet<Mark>;
  readonly list: ListPlace | null;
  readonly block: BlockAttrs;
  /** Whether line ends of the source are line ends of the text. */
  readonly lines: boolean;
}

const outside: Scope = {
  marks: new Set(),
  list: null,
  block: { kind: "paragraph", level: 0, label: null },
  lines: false,
};

/**
 * Pasted markup as nothing but clauses, tables and marked words: what Word, Google Docs and web pages say of lists,
 * headings and footnotes is read, all else (styles, scripts, links, pictures, what was hidden or deleted) is left
 * behind. Nothing of the source is run or loaded.
 */
export function cleanHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  const notes = takeFootnotes(body);
  const out = writer();
  readChildren(body, outside, out, 0);
  out.end();
  for (const [key, note] of notes) {
    out.begin({ kind: "footnote", level: 0, label: null }, key);
    readChildren(note, { ...outside, block: { kind: "footnote", level: 0, label: null } }, out, 0);
    out.end();
  }
  return out.html();
}

/** So deep elements are read; what is deeper than any document is words alone. */
const deepest = 200;

function readChildren(parent: Element, scope: Scope, out: Writer, depth: number): void {
  for (const child of parent.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) readWords(child.textContent ?? "", scope, out);
    else if (child instanceof Element && !isHidden(child)) readElement(child, scope, out, depth);
  }
}

function readElement(element: Element, scope: Scope, out: Writer, depth: number): void {
  const key = element.getAttribute(noteKey);
  if (key !== null) out.anchor(key);
  else if (element.tagName === "BR") {
    if (!element.classList.contains("Apple-interchange-newline")) out.lineBreak();
  } else if (depth > deepest) readWords(element.textContent, scope, out);
  else if (element.tagName === "TABLE" && out.mayHoldTable() && isTable(element)) readTable(element, scope, out, depth);
  else if (blocks.has(element.tagName)) readBlock(element, scope, out, depth);
  else readChildren(element, { ...scope, marks: marksOf(element, scope.marks) }, out, depth + 1);
}

function readBlock(element: Element, scope: Scope, out: Writer, depth: number): void {
  const isList = element.tagName === "OL" || element.tagName === "UL";
  const list = isList ? listIn(element, scope.list) : scope.list;
  // A note's paragraphs are the note.
  const footnote = scope.block.kind === "footnote";
  const block = footnote ? scope.block : (further(element, list) ?? blockOf(element, inItem(element) ? list : null));
  if (footnote) out.part();
  else out.begin(block, null);
  const lines = scope.lines || element.tagName === "PRE";
  const typed = block.kind === "paragraph" || block.kind === "item" ? typedLabel(element, block) : block;
  if (typed !== block) out.begin(typed, null);
  readChildren(element, { marks: marksOf(element, scope.marks), list, block: typed, lines }, out, depth + 1);
  if (!footnote) out.end();
}

/** Whether an element is an item of a list or stands in one. */
function inItem(element: Element): boolean {
  return element.closest("li, table")?.tagName === "LI";
}

/** A further paragraph of an item; null for anything else. */
function further(element: Element, list: ListPlace | null): BlockAttrs | null {
  if (element.tagName !== "P" || element.parentElement?.tagName !== "LI" || !element.previousElementSibling)
    return null;
  return { kind: "paragraph", level: list?.level ?? 0, label: null };
}

/** A paragraph that begins with a typed label is an item; the label is taken out of its words. */
function typedLabel(element: Element, block: BlockAttrs): BlockAttrs {
  if (block.label !== null || element.querySelector("p, li, div, table, br")) return block;
  const first = textNodes(element);
  const said = first.map(tabbed).join("");
  const found = leadingLabel(said);
  if (!found) return block;
  let left = found.length;
  for (const node of first) {
    const own = tabbed(node);
    node.textContent = own.slice(Math.min(left, own.length));
    left -= Math.min(left, own.length);
  }
  return { kind: "item", level: block.level, label: found.label };
}

function textNodes(element: Element): Node[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const out: Node[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) out.push(node);
  return out;
}

/** What a text node says, where Word's stretch of spaces is the tab that it stands for. */
function tabbed(node: Node): string {
  const said = node.textContent ?? "";
  const tab = /mso-tab-count/i.test(node.parentElement?.getAttribute("style") ?? "");
  return tab && said.trim() === "" ? "\t" : said.replaceAll(/[\n\r\t ]+/g, " ");
}

/** A table of cells, not one that only lays a page out. */
function isTable(table: Element): boolean {
  return table.querySelectorAll("td, th").length > 1 && table.querySelector("table") === null;
}

function readTable(table: Element, scope: Scope, out: Writer, depth: number): void {
  out.table(
    Array.from(table.querySelectorAll("tr"), (row) =>
      Array.from(row.children)
        .filter((cell) => (cell.tagName === "TD" || cell.tagName === "TH") && !isHidden(cell))
        .map((cell) => (inner: Writer) => {
          const marks = marksOf(cell, cell.tagName === "TH" ? new Set<Mark>(["bold"]) : scope.marks);
          readChildren(cell, { ...outside, marks }, inner, depth + 1);
        }),
    ),
  );
}

function readWords(said: string, { marks, lines }: Scope, out: Writer): void {
  if (!lines) {
    out.words(said.replaceAll(/[\t\n\r ]+/g, " ").replaceAll(/[ \u00a0]{2,}/g, " "), marks);
    return;
  }
  said.split(/\r\n?|\n/).forEach((line, i) => {
    if (i > 0) out.lineBreak();
    out.words(line, marks);
  });
}
