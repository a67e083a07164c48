import { DocxError } from "../docxError.ts";
import type { Element } from "../xml/element.ts";
import { type Budget, parseXml } from "../xml/parseXml.ts";
import { limits } from "./limits.ts";
import { escapeXml } from "../../write/xml.ts";
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
    if (!parts.has(path)) return [];
    return relationshipsOf(parts, of, budget).filter(({ external, path: target }) => !external && parts.has(target));
  };
  const main = targets("").find(({ kind }) => kind === "officeDocument")?.path ?? "word/document.xml";
  if (!parts.has(main)) throw new DocxError("This archive holds no Word document. Take a .docx file.");
  const related = targets(main);
  const all = (type: string): Element[] =>
    related.filter(({ kind }) => kind === type).map(({ path: target }) => parse(target));
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

/** One relationship of a part: the last step of its type, the path it leads to, and how it is written. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly path: string;
  readonly external: boolean;
  readonly xml: string;
}

/** The path of a part's relationships; "" is the package itself. */
export function relationshipsPath(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** The relationships of a part, none when it has none. Throws a {@link DocxError}. */
export function relationshipsOf(parts: Parts, part: string, budget: Budget): Relationship[] {
  const path = relationshipsPath(part);
  const bytes = parts.get(path);
  if (!bytes) return [];
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  return parseXml(bytes, path, budget).children.flatMap((element) => {
    const { attributes } = element;
    const target = attributes.get("Target");
    if (target === undefined) return [];
    const type = attributes.get("Type") ?? "";
    const external = attributes.get("TargetMode") === "External";
    const written = ["Id", "Type", "Target", "TargetMode"].flatMap((name) => {
      const value = attributes.get(name);
      return value === undefined ? [] : [` ${name}="${escapeXml(value)}"`];
    });
    return [
      {
        id: attributes.get("Id") ?? "",
        kind: type.slice(type.lastIndexOf("/") + 1),
        path: external ? target : resolve(folder, target),
        external,
        xml: `<Relationship${written.join("")}/>`,
      },
    ];
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
