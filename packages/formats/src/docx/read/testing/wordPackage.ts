import { strToU8, zipSync } from "fflate";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const strictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const strictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
const others =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"';

/** What a tiny Word file holds: the insides of its parts. */
export interface TinyParts {
  readonly body: string;
  readonly footnotes?: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly strict?: boolean;
  /** The path of the main part, which may be any. */
  readonly main?: string;
}

/** A tiny Word file for tests. */
export function tinyWordFile(parts: TinyParts): Uint8Array {
  const { strict = false, main = "word/document.xml" } = parts;
  const namespaces = `xmlns:w="${strict ? strictWord : word}" ${others}`;
  const relation = strict ? strictOffice : office;
  const files: Record<string, string> = {
    "_rels/.rels": relations([[`${relation}/officeDocument`, main]]),
    [main]: `<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>`,
  };
  const targets: (readonly [string, string])[] = [];
  for (const name of ["footnotes", "styles", "numbering"] as const) {
    const inside = parts[name];
    if (inside === undefined) continue;
    files[`word/${name}.xml`] = `<w:${name} ${namespaces}>${inside}</w:${name}>`;
    targets.push([`${relation}/${name}`, `${name}.xml`]);
  }
  const slash = main.lastIndexOf("/") + 1;
  files[`${main.slice(0, slash)}_rels/${main.slice(slash)}.rels`] = relations(targets);
  return zipParts(files);
}

/** An archive of these texts by path. */
export function zipParts(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, said]) => [path, strToU8(said)])));
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const listed = targets.map(([type, target], i) => `<Relationship Id="r${i}" Type="${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${listed.join("")}</Relationships>`;
}

/** A paragraph; `properties` stand in its pPr. */
export function p(inside: string, properties = ""): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
}

/** A run of words. */
export function r(words: string, properties = ""): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
}

const by = 'w:author="A. Delegate" w:date="2026-03-01T12:00:00Z"';

/** Inserted words. */
export function ins(words: string): string {
  return `<w:ins w:id="1" ${by}>${r(words)}</w:ins>`;
}

/** Deleted words. */
export function del(words: string): string {
  return `<w:del w:id="2" ${by}><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
}

/** The properties of a paragraph whose mark is tracked. */
export function mark(type: "ins" | "del" | "moveFrom" | "moveTo"): string {
  return `<w:rPr><w:${type} w:id="3" ${by}/></w:rPr>`;
}

/** A style of paragraphs. */
export function style(name: string, inside = ""): string {
  return `<w:style w:type="paragraph" w:styleId="${name}"><w:name w:val="${name}"/>${inside}</w:style>`;
}
