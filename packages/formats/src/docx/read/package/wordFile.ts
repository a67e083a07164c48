import { DocxError } from "../docxError.ts";
import type { Element } from "../xml/element.ts";
import { type Budget, parseXml } from "../xml/parseXml.ts";
import { limits } from "./limits.ts";
import { type Parts, openPackage } from "./openPackage.ts";

/** The parts of a Word file that are read, found by relationships: their names may be any. */
export interface WordFile {
  readonly document: Element;
  readonly styles: Element | null;
  readonly numbering: Element | null;
  /** All parts of these types, in the order of their relationships. */
  readonly footnotes: readonly Element[];
  readonly endnotes: readonly Element[];
  readonly headers: readonly Element[];
  readonly footers: readonly Element[];
  /** The comments, and which of them answer which. */
  readonly comments: readonly Element[];
  readonly commentLinks: readonly Element[];
  /** The parts by their paths, as they are. */
  readonly parts: Parts;
  /** The path of the main part. */
  readonly main: string;
}

/** Opens a Word file and parses its parts. Throws a {@link DocxError}. */
export function openWordFile(bytes: Uint8Array): WordFile {
  const parts = openPackage(bytes);
  const budget: Budget = { elements: limits.elements };
  const parse = (path: string): Element => {
    const found = parts.get(path);
    if (!found) throw new DocxError(`This file lacks its part ${path}. Open it in Word, save it anew and try again.`);
    return parseXml(found, path, budget);
  };
  const targets = (of: string): readonly Relationship[] => {
    const path = relationshipsPath(of);
    return parts.has(path) ? relationships(parse(path), of).filter(({ target }) => parts.has(target)) : [];
  };
  const main = targets("").find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  if (!parts.has(main)) throw new DocxError("This archive holds no Word document. Take a .docx file.");
  const related = targets(main);
  const all = (type: string): Element[] =>
    related.filter((each) => each.type === type).map(({ target }) => parse(target));
  return {
    document: parse(main),
    styles: all("styles")[0] ?? null,
    numbering: all("numbering")[0] ?? null,
    footnotes: all("footnotes"),
    endnotes: all("endnotes"),
    headers: all("header"),
    footers: all("footer"),
    comments: all("comments"),
    commentLinks: all("commentsExtended"),
    parts,
    main,
  };
}

interface Relationship {
  readonly type: string;
  readonly target: string;
}

function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function relationships(root: Element, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return root.children.flatMap(({ attributes }) => {
    const target = attributes.get("Target");
    if (target === undefined || attributes.get("TargetMode") === "External") return [];
    const type = attributes.get("Type") ?? "";
    return [{ type: type.slice(type.lastIndexOf("/") + 1), target: resolve(folder, target) }];
  });
}

function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") path.pop();
    else if (step !== "" && step !== ".") path.push(step);
  }
  return path.join("/");
}
