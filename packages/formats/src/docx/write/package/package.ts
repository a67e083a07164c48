import type { Language } from "@plenary/document";
import type { Seals } from "../../../proof/seal.ts";
import { strToU8, zipSync } from "fflate";
import { customPart } from "./custom.ts";
import { stylesPart } from "./styles.ts";
import { escapeXml, namespaces, xmlDeclaration } from "../xml.ts";

/** What changes from file to file; `date` is a W3C date. */
export interface PackageParts {
  readonly language: Language;
  readonly document: string;
  readonly footnotes: string;
  /** Null when there are none. */
  readonly endnotes: string | null;
  /** The comments and which of them answer which; null when there are none. */
  readonly comments: { readonly comments: string; readonly links: string } | null;
  readonly title: string;
  readonly author: string;
  readonly date: string;
  /** What the file carries to prove its texts. */
  readonly seals: Seals;
  /** Whether Word goes on tracking the changes of whoever opens the file. */
  readonly tracking: boolean;
}

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const packageTypes = "application/vnd.openxmlformats-package";

function contentTypes({ comments, endnotes }: PackageParts): string {
  const parts: [string, string][] = [
    ["/word/document.xml", `${main}.document.main+xml`],
    ["/word/styles.xml", `${main}.styles+xml`],
    ["/word/settings.xml", `${main}.settings+xml`],
    ["/word/footnotes.xml", `${main}.footnotes+xml`],
    ["/word/footer1.xml", `${main}.footer+xml`],
    ["/docProps/core.xml", `${packageTypes}.core-properties+xml`],
    [`/${customProperties.path}`, customProperties.type],
  ];
  if (endnotes !== null) parts.push(["/word/endnotes.xml", `${main}.endnotes+xml`]);
  if (comments) {
    parts.push(["/word/comments.xml", commentTypes.comments], ["/word/commentsExtended.xml", commentTypes.links]);
  }
  const overrides = parts.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join("");
  return (
    `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="${packageTypes}.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
  );
}

/** Where the seals stand in a file. */
export const customProperties = {
  path: "docProps/custom.xml",
  type: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
  relation: `${office}/custom-properties`,
} as const;

/** The content types of the two parts of comments. */
export const commentTypes = {
  comments: `${main}.comments+xml`,
  links: `${main}.commentsExtended+xml`,
} as const;

/** The relationship types of the parts that a document is written with. */
export const relationTypes = {
  footnotes: `${office}/footnotes`,
  endnotes: `${office}/endnotes`,
  comments: `${office}/comments`,
  commentLinks: "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
} as const;

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const listed = targets.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return (
    `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
    `${listed.join("")}</Relationships>`
  );
}

/** The relationship by which the body's section finds its footer, see {@link sectionXml}. */
const footerRelationship = "rId4";

/** A4 with margins of 2 cm, page numbers at the foot. */
export function sectionXml(language: Language): string {
  return (
    `<w:sectPr><w:footerReference w:type="default" r:id="${footerRelationship}"/>` +
    '<w:pgSz w:w="11907" w:h="16840"/>' +
    '<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1134" w:header="720" w:footer="567" w:gutter="0"/>' +
    `${language === "ar" ? "<w:bidi/>" : ""}</w:sectPr>`
  );
}

/** The width between the margins of {@link sectionXml}, in twentieths of a point. */
export const textWidth = 9639;

function footer(language: Language): string {
  const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const code = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>';
  const properties = `<w:pPr><w:pStyle w:val="Footer"/>${language === "ar" ? "<w:bidi/>" : ""}</w:pPr>`;
  const number = `${field("begin")}${code}${field("separate")}<w:r><w:t>1</w:t></w:r>${field("end")}`;
  return `${xmlDeclaration}<w:ftr ${namespaces}><w:p>${properties}${number}</w:p></w:ftr>`;
}

function settings({ tracking, endnotes }: PackageParts): string {
  const separators = (note: string): string => `<w:${note}Pr><w:${note} w:id="-1"/><w:${note} w:id="0"/></w:${note}Pr>`;
  return (
    `${xmlDeclaration}<w:settings ${namespaces}>${tracking ? "<w:trackRevisions/>" : ""}<w:defaultTabStop w:val="794"/>` +
    `${separators("footnote")}${endnotes === null ? "" : separators("endnote")}<w:compat>` +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
    "</w:compat></w:settings>"
  );
}

/** The file's properties: its title, who made it and when; null names nobody. */
export function corePart({ title, author, date }: Pick<PackageParts, "title" | "author" | "date">): string {
  const stamp = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}</dcterms:${name}>`;
  return (
    `${xmlDeclaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator>` +
    `${stamp("created")}${stamp("modified")}</cp:coreProperties>`
  );
}

/** The .docx file of these parts; the same parts give the same bytes. */
export function zipPackage(parts: PackageParts): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": contentTypes(parts),
    "_rels/.rels": relationships([
      [`${office}/officeDocument`, "word/document.xml"],
      ["http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"],
      [customProperties.relation, customProperties.path],
    ]),
    "word/document.xml": parts.document,
    "word/_rels/document.xml.rels": relationships([
      [`${office}/styles`, "styles.xml"],
      [`${office}/settings`, "settings.xml"],
      [`${office}/footnotes`, "footnotes.xml"],
      [`${office}/footer`, "footer1.xml"],
      ...(parts.endnotes === null ? [] : ([[relationTypes.endnotes, "endnotes.xml"]] as const)),
      ...(parts.comments
        ? ([
            [relationTypes.comments, "comments.xml"],
            [relationTypes.commentLinks, "commentsExtended.xml"],
          ] as const)
        : []),
    ]),
    "word/styles.xml": stylesPart(parts.language),
    "word/settings.xml": settings(parts),
    "word/footnotes.xml": parts.footnotes,
    ...(parts.endnotes !== null && { "word/endnotes.xml": parts.endnotes }),
    "word/footer1.xml": footer(parts.language),
    [customProperties.path]: customPart(parts.seals),
    "docProps/core.xml": corePart(parts),
    ...(parts.comments && {
      "word/comments.xml": parts.comments.comments,
      "word/commentsExtended.xml": parts.comments.links,
    }),
  };
  const bytes = Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]));
  // A time in an archive is local: the same local time everywhere keeps the bytes the same.
  return zipSync(bytes, { level: 4, mtime: new Date(1980, 0, 1) });
}
