import { type ClauseKind, type Language, clauseKinds, direction } from "@plenary/document";
import { Node } from "@tiptap/core";

/** What the block nodes need to know of the text they hold. */
export interface BlockOptions {
  readonly language: Language;
}

/** Names of the block nodes; undo never removes one of them that another person has written in. */
export const blockNames = ["clause", "table", "tableRow", "tableCell"] as const;

/** The root: clauses and tables in reading order; a text may be empty. */
export const Root = Node.create({ name: "doc", topNode: true, content: "(clause | table)*" });

/** Characters. */
export const Characters = Node.create({ name: "text", group: "inline" });

/** A clause; `label` is the base's printed label or a sample of the style, see the live draft's description. */
export const ClauseNode = Node.create<BlockOptions>({
  name: "clause",
  content: "inline*",
  defining: true,
  addOptions: () => ({ language: "en" }),
  addAttributes() {
    return {
      id: { default: "", rendered: false, parseHTML: () => "" },
      kind: { default: "paragraph", rendered: false, parseHTML: kindOfElement },
      level: { default: 0, rendered: false, parseHTML: levelOfElement },
      label: { default: null, rendered: false, parseHTML: (element) => element.getAttribute("data-label") },
    };
  },
  parseHTML: () =>
    ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dt", "dd"].map((tag) => ({ tag })),
  renderHTML({ node }) {
    const kind = kindOf(node.attrs["kind"]);
    const level = Number(node.attrs["level"]) || 0;
    const { language } = this.options;
    return [
      "p",
      {
        class: `clause clause-${kind} level-${Math.min(Math.max(level, 0), 9)}`,
        "data-id": String(node.attrs["id"]),
        "data-kind": kind,
        "data-level": String(level),
        dir: direction(language),
        lang: language,
        style: `--said: ${node.content.size * (language === "zh" ? 2 : 1)}`,
        ...(headings.has(kind) ? { role: "heading", "aria-level": String(kind === "heading" ? level + 2 : 2) } : {}),
      },
      0,
    ];
  },
});

/** A table: rows of cells of clauses. */
export const TableNode = Node.create<BlockOptions>({
  name: "table",
  content: "tableRow*",
  isolating: true,
  addOptions: () => ({ language: "en" }),
  addAttributes: () => ({
    id: { default: "", rendered: false, parseHTML: () => "" },
    level: { default: 0, rendered: false, parseHTML: () => 0 },
  }),
  parseHTML: () => [{ tag: "table" }],
  renderHTML({ node }) {
    const { language } = this.options;
    return [
      "table",
      { class: "table", "data-id": String(node.attrs["id"]), dir: direction(language), lang: language },
      ["tbody", 0],
    ];
  },
});

/** A row of a table. */
export const TableRowNode = Node.create({
  name: "tableRow",
  content: "tableCell*",
  addAttributes: () => ({ id: { default: "", rendered: false, parseHTML: () => "" } }),
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: ({ node }) => ["tr", { "data-id": String(node.attrs["id"]) }, 0],
});

/** A cell of a row; an empty cell has no clause. */
export const TableCellNode = Node.create({
  name: "tableCell",
  content: "clause*",
  isolating: true,
  addAttributes: () => ({ id: { default: "", rendered: false, parseHTML: () => "" } }),
  parseHTML: () => [{ tag: "td" }],
  renderHTML: ({ node }) => ["td", { "data-id": String(node.attrs["id"]) }, 0],
});

/** A line break inside a clause. */
export const BreakNode = Node.create({
  name: "hardBreak",
  group: "inline",
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: "br" }],
  renderHTML: () => ["br"],
  renderText: () => "\n",
});

/** The place of a footnote in a clause. */
export const AnchorNode = Node.create({
  name: "footnoteAnchor",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({
    footnote: { default: "", rendered: false, parseHTML: (element) => element.getAttribute("data-note-key") },
  }),
  // Only what a paste was read into, see there.
  parseHTML: () => [{ tag: "sup[data-note-key]", priority: 60 }],
  renderHTML: ({ node }) => ["sup", { class: "anchor", "data-footnote": String(node.attrs["footnote"]) }],
});

/** A clause's kind from an attribute that may come from another version: unknown kinds read as a paragraph. */
export function kindOf(value: unknown): ClauseKind {
  return clauseKinds.find((kind) => kind === value && kind !== "table") ?? "paragraph";
}

const headings: ReadonlySet<ClauseKind> = new Set(["heading", "title", "number", "annexNumber", "annexTitle"]);

function kindOfElement(element: HTMLElement): ClauseKind {
  const own = element.getAttribute("data-kind");
  if (own !== null) return kindOf(own);
  if (/^H[1-6]$/.test(element.tagName)) return "heading";
  return element.tagName === "LI" ? "item" : "paragraph";
}

function levelOfElement(element: HTMLElement): number {
  const own = Number(element.getAttribute("data-level") ?? 0);
  const tag = /^H([1-6])$/.exec(element.tagName);
  if (tag) return Number(tag[1]) - 1;
  return Number.isInteger(own) && own >= 0 && own <= 9 ? own : 0;
}
