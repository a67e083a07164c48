import { strToU8, zipSync } from "fflate";

/** Who made a tracked change, and when as Word writes it. */
export interface By {
  readonly author: string;
  readonly date: string;
}

/** A piece of a paragraph: kept words, or words that somebody inserted or deleted. */
export type Piece = string | (By & { readonly ins: string }) | (By & { readonly del: string });

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/**
 * A Word file of these paragraphs, written without the product's writer. Of the paragraphs with these indexes the mark is
 * tracked as their first piece is: they were inserted or deleted whole.
 */
export function trackedFile(
  paragraphs: readonly (readonly Piece[])[],
  whole: ReadonlySet<number> = new Set(),
): Uint8Array {
  let id = 0;
  const signed = ({ author, date }: By): string => `w:id="${(id += 1)}" w:author="${escaped(author)}" w:date="${date}"`;
  const piece = (one: Piece): string => {
    if (typeof one === "string") return run(one, "t");
    if ("ins" in one) return `<w:ins ${signed(one)}>${run(one.ins, "t")}</w:ins>`;
    return `<w:del ${signed(one)}>${run(one.del, "delText")}</w:del>`;
  };
  const mark = (first: Piece | undefined): string => {
    if (first === undefined || typeof first === "string") return "";
    return `<w:rPr><w:${"ins" in first ? "ins" : "del"} ${signed(first)}/></w:rPr>`;
  };
  const body = paragraphs.map(
    (pieces, i) => `<w:p><w:pPr>${whole.has(i) ? mark(pieces[0]) : ""}</w:pPr>${pieces.map(piece).join("")}</w:p>`,
  );
  const files = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${word}"><w:body>${body.join("")}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, said]) => [path, strToU8(said)])));
}

function run(words: string, name: "t" | "delText"): string {
  const [first = "", ...others] = words
    .split("\t")
    .map((part) => `<w:${name} xml:space="preserve">${escaped(part)}</w:${name}>`);
  return `<w:r>${[first, ...others].join("<w:tab/>")}</w:r>`;
}

function escaped(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
