import { unzip } from "./unzip.ts";

/** One element of an XML part, read without a library: name, attributes, and children in order. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text: string): string => text.replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);

function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open: Element[] = [root];
  for (const [, tag, text] of xml.matchAll(/<([^>]*)>|([^<]+)/g)) {
    const top = open.at(-1)!;
    if (text !== undefined) top.children.push(decode(text));
    else if (tag!.startsWith("?")) continue;
    else if (tag!.startsWith("/")) {
      if (open.pop()?.name !== tag!.slice(1)) throw new Error(`</${tag!.slice(1)}> closes nothing`);
    } else {
      const name = /^[^\s/]+/.exec(tag!)![0];
      const attributes: Record<string, string> = {};
      for (const [, key, value] of tag!.matchAll(/([\w:]+)="([^"]*)"/g)) attributes[key!] = decode(value!);
      const element: Element = { name, attributes, children: [] };
      top.children.push(element);
      if (!tag!.endsWith("/")) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.name}> is left open`);
  return root;
}

const elements = (parent: Element): Element[] => parent.children.filter((child) => typeof child !== "string");
const child = (parent: Element | undefined, name: string): Element | undefined =>
  parent && elements(parent).find((element) => element.name === name);
/** The blocks of a part, those in content controls with them. */
const blocksOf = (parent: Element): Element[] =>
  elements(parent).flatMap((block) => (block.name === "w:sdt" ? blocksOf(child(block, "w:sdtContent")!) : [block]));
const descendants = (parent: Element): Element[] =>
  elements(parent).flatMap((element) => [element, ...descendants(element)]);

/** The parts of a Word file that say something, as trees; its notes by kind and id. */
function parts(file: Uint8Array): { body: Element; notes: Map<string, Element>; all: Element[] } {
  const files = unzip(file);
  const tree = (path: string): Element => parse(files.get(path) ?? "");
  const document = tree("word/document.xml");
  const own = ["footnotes", "endnotes"]
    .filter((kind) => files.has(`word/${kind}.xml`))
    .map((kind) => tree(`word/${kind}.xml`));
  const notes = own.flatMap((part) =>
    elements(elements(part)[0]!).map((note) => [`${note.name} ${note.attributes["w:id"]}`, note] as const),
  );
  return { body: child(child(document, "w:document"), "w:body")!, notes: new Map(notes), all: [document, ...own] };
}

/**
 * The lines of a Word file with all tracked changes accepted or rejected: one line a paragraph, table cells in order,
 * footnotes and endnotes after the body. Written for tests alone, from the standard and not from the writer.
 */
export function trackedText(file: Uint8Array, verdict: "accept" | "reject"): string[] {
  const gone = verdict === "accept" ? ["w:del", "w:moveFrom"] : ["w:ins", "w:moveTo"];
  const { body, notes } = parts(file);
  const references: string[] = [];

  const inline = (element: Element): string => {
    if (gone.includes(element.name)) return "";
    switch (element.name) {
      case "w:pPr":
      case "w:rPr":
        return "";
      case "w:t":
      case "w:delText":
        return element.children.map((inner) => (typeof inner === "string" ? inner : inline(inner))).join("");
      case "w:tab":
        return "\t";
      case "w:br":
        return "\u2028";
      case "w:noBreakHyphen":
        return "\u2011";
      case "w:softHyphen":
        return "\u00AD";
      case "w:footnoteReference":
      case "w:endnoteReference":
        return `[^${references.push(`${element.name.replace("Reference", "")} ${element.attributes["w:id"]}`)}]`;
      default:
        return elements(element).map(inline).join("");
    }
  };
  const tracked = (properties: Element | undefined): boolean =>
    properties !== undefined && elements(properties).some((element) => gone.includes(element.name));

  const blocks = (parent: Element): string[] => {
    const lines: string[] = [];
    let carried: string | null = null;
    for (const block of blocksOf(parent)) {
      if (block.name === "w:p") {
        const line: string = (carried ?? "") + inline(block);
        carried = tracked(child(child(block, "w:pPr"), "w:rPr")) ? line : null;
        if (carried === null) lines.push(line);
      } else if (block.name === "w:tbl") {
        if (carried) lines.push(carried);
        carried = null;
        for (const row of elements(block).filter((element) => element.name === "w:tr")) {
          if (tracked(child(row, "w:trPr"))) continue;
          for (const cell of elements(row).filter((element) => element.name === "w:tc")) {
            const change = verdict === "accept" ? "w:cellDel" : "w:cellIns";
            if (!child(child(cell, "w:tcPr"), change)) lines.push(...blocks(cell));
          }
        }
      }
    }
    if (carried) throw new Error(`the mark of the last paragraph is tracked: ${carried}`);
    return lines;
  };

  const lines = blocks(body);
  const said = (id: string): string => blocks(notes.get(id)!).join("\n").trimStart();
  for (let i = 0; i < references.length; i++) lines.push(`[^${i + 1}]: ${said(references[i]!)}`);
  return lines;
}

/** What is wrong with a Word file beyond its text: the hazards that make Word refuse it. */
export function faults(file: Uint8Array): string[] {
  const found: string[] = [];
  const ids = new Set<string>();
  for (const part of parts(file).all) {
    const visit = (element: Element, inDeletion: boolean): void => {
      const { name, attributes } = element;
      if (name === "w:t" && inDeletion) found.push("w:t inside w:del");
      if (name === "w:delText" && !inDeletion) found.push("w:delText outside w:del");
      if (attributes["w:author"] !== undefined) {
        const id = attributes["w:id"]!;
        if (ids.has(id)) found.push(`id ${id} used twice`);
        ids.add(id);
      }
      for (const inner of elements(element)) visit(inner, inDeletion || name === "w:del");
    };
    visit(part, false);
    for (const [from, to] of [
      ["w:moveFromRangeStart", "w:moveFromRangeEnd"],
      ["w:moveToRangeStart", "w:moveToRangeEnd"],
    ]) {
      const starts = descendants(part).filter((element) => element.name === from);
      const ends = descendants(part).filter((element) => element.name === to);
      if (starts.map((e) => e.attributes["w:id"]).join() !== ends.map((e) => e.attributes["w:id"]).join()) {
        found.push(`${from} without its end`);
      }
    }
  }
  return found;
}
