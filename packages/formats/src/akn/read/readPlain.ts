import {
  type Clause,
  type ClauseParts,
  type Content,
  type Language,
  clause,
  findOpener,
  flatten,
  table,
} from "@plenary/document";
import { type Element, childOf, descendants, elementsOf, plainOf } from "./element.ts";
import type { InlineReader } from "./readInline.ts";
import { readInline } from "./readInline.ts";

/** Where an element stands while it is read. */
interface Place {
  readonly part: "preface" | "preamble" | "body" | "annex";
  readonly level: number;
  /** The depth of headings. */
  readonly depth: number;
  /** What a paragraph here is when nothing else says it. */
  readonly kind: "title" | "opening" | "call" | null;
}

const lines = new Set([
  "p",
  "block",
  "heading",
  "subheading",
  "crossHeading",
  "listIntroduction",
  "listWrapUp",
  "caption",
]);
const skipped = new Set(["meta", "coverPage", "num", "toc", "componentRef"]);
const parts: Readonly<Record<string, Place["part"]>> = {
  preface: "preface",
  preamble: "preamble",
  mainBody: "body",
  body: "body",
  attachments: "annex",
};

/** The clauses of a document that others wrote, without ids but for footnotes, and as its elements say, faults included. */
export function readPlain(document: Element, language: Language): readonly Clause[] {
  const notes: { readonly id: string; readonly element: Element; readonly mark: string | null }[] = [];
  const ids = new Map<Element, string>();
  const named = new Map(descendants(document, "note").map((note) => [`#${note.attributes.get("eId") ?? ""}`, note]));
  const inline: InlineReader = { exact: false, footnote };
  const out: Clause[] = [];
  let label: string | null = null;
  inside(document, { part: "body", level: 0, depth: 0, kind: null }, out);
  // A footnote may hold footnotes: the list grows while it is read.
  for (let n = 0; n < notes.length; n++) {
    const { id, element, mark } = notes[n]!;
    const said: Clause[] = [];
    inside(element, { part: "body", level: 0, depth: 0, kind: null }, said);
    const [first, ...rest] = said;
    const content = [first, ...rest].flatMap((each, i): Content => [
      ...(i > 0 ? [{ type: "break" } as const] : []),
      ...(each?.content ?? []),
    ]);
    out.push(clause("footnote", content, { id, label: mark }));
  }
  return out;

  function inside(element: Element, place: Place, into: Clause[]): void {
    for (const child of elementsOf(element)) visit(child, place, into);
  }

  function visit(element: Element, place: Place, into: Clause[]): void {
    const { name } = element;
    if (skipped.has(name)) return;
    const part = parts[name];
    if (part) inside(element, { ...place, part }, into);
    else if (name === "table") into.push(readTable(element, place));
    else if (lines.has(name) || holdsWords(element)) line(element, place, into);
    else if (name === "formula") inside(element, { ...place, kind: "opening" }, into);
    else if (name === "intro" && place.part === "preamble") inside(element, { ...place, kind: "call" }, into);
    else if (name === "container" && (element.attributes.get("name") ?? "") === "title")
      inside(element, { ...place, kind: "title" }, into);
    else {
      const own = childOf(element, "num");
      const headed = childOf(element, "heading") !== null;
      // A label whose words are only those of its sub-items.
      if (own && label !== null) into.push(item(label, [], Math.max(place.level - 1, 0)));
      if (own) label = plainOf(own) || null;
      inside(
        element,
        { ...place, ...(headed && { depth: place.depth + 1 }), ...(own && !headed && { level: place.level + 1 }) },
        into,
      );
      if (own && label !== null) into.push(item(label, [], place.level));
      if (own) label = null;
    }
  }

  function line(element: Element, place: Place, into: Clause[]): void {
    const content = readInline(element, inline);
    if (content.length === 0 && label === null) return;
    const own = label;
    label = null;
    if (place.part === "preface" && childOf(element, "docNumber") && childOf(element, "docTitle")) {
      const number = {
        ...element,
        children: element.children.filter((child) => typeof child === "string" || child.name !== "docTitle"),
      };
      into.push(clause("number", readInline(number, inline)));
      into.push(clause("title", readInline(childOf(element, "docTitle") ?? element, inline)));
      return;
    }
    into.push(made(element, content, own, place));
  }

  function made(element: Element, content: Content, own: string | null, place: Place): Clause {
    const { name } = element;
    const parts: ClauseParts = { label: own };
    if (place.part === "preface") return clause(prefaceKind(element, content, place), content, parts);
    if (place.kind !== null) return clause(place.kind, unslanted(content, place.kind), parts);
    if (name === "heading" || name === "subheading" || name === "crossHeading") {
      if (place.part === "annex" && place.depth <= 1)
        return clause(name === "heading" ? "annexNumber" : "annexTitle", content, parts);
      if (isCall(content)) return clause("call", unslanted(content, "call"), parts);
      return clause("heading", content, { ...parts, level: Math.max(place.depth - 1, 0) });
    }
    if (own !== null) return item(own, content, Math.max(place.level - 1, 0));
    if (place.part === "preamble" && isSlanted(content) && isCall(content))
      return clause("call", unslanted(content, "call"));
    return clause("paragraph", content, { level: place.level });
  }

  function isCall(content: Content): boolean {
    return isSlanted(content) || findOpener(flatten(content), language) !== null;
  }

  function readTable(element: Element, { part, level }: Place): Clause {
    const rows = elementsOf(element)
      .filter(({ name }) => name === "tr")
      .map((row) =>
        elementsOf(row)
          .filter(({ name }) => name === "td" || name === "th")
          .map((cell) => {
            const into: Clause[] = [];
            inside(cell, { part: part === "preface" ? "body" : part, level: 0, depth: 0, kind: null }, into);
            return into;
          }),
      );
    return table(rows, { level });
  }

  function footnote(element: Element): string | null {
    const target = element.name === "authorialNote" ? element : named.get(element.attributes.get("href") ?? "");
    if (!target) return null;
    const known = ids.get(target);
    if (known !== undefined) return known;
    const id = `f${notes.length + 1}`;
    ids.set(target, id);
    const mark = target.attributes.get("marker") ?? element.attributes.get("marker") ?? null;
    notes.push({ id, element: target, mark });
    return id;
  }
}

function item(label: string, content: Content, level: number): Clause {
  return clause("item", content, { label, level });
}

function prefaceKind(element: Element, content: Content, { kind }: Place): Clause["kind"] {
  if (childOf(element, "docNumber")) return "number";
  if (kind === "title" || childOf(element, "docTitle")) return "title";
  return /^\(.*\)$/.test(flatten(content)) ? "reference" : "paragraph";
}

/** Whether a line has character data of its own beside its child elements. */
function holdsWords(element: Element): boolean {
  return element.children.some((child) => typeof child === "string" && child.trim() !== "");
}

function isSlanted(content: Content): boolean {
  return (
    content.length > 0 && content.every((piece) => piece.type !== "text" || piece.marks?.includes("italic") === true)
  );
}

/** A call is italic by what it is. */
function unslanted(content: Content, kind: "title" | "opening" | "call"): Content {
  if (kind !== "call" || !isSlanted(content)) return content;
  return content.map((piece) =>
    piece.type === "text" ? { ...piece, marks: (piece.marks ?? []).filter((mark) => mark !== "italic") } : piece,
  );
}
