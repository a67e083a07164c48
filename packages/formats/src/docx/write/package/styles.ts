import type { Language } from "@plenary/document";
import { namespaces, xmlDeclaration } from "../xml.ts";

/** A paragraph style: the children of its properties, in the order of the schema. */
interface Style {
  readonly id: string;
  readonly name: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const tabs = (...places: number[]): string =>
  `<w:tabs>${places.map((place) => `<w:tab w:val="left" w:pos="${place}"/>`).join("")}</w:tabs>`;
const before = (points: number): string => `<w:spacing w:before="${points * 20}"/>`;
const indent = (left: number, hanging = 0): string =>
  `<w:ind w:left="${left}"${hanging > 0 ? ` w:hanging="${hanging}"` : ""}/>`;
const centre = '<w:jc w:val="center"/>';
const next = "<w:keepNext/><w:keepLines/>";
const bold = "<w:b/><w:bCs/>";
const size = (points: number): string => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`;
const box = ["top", "left", "bottom", "right", "between"]
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="4" w:color="808080"/>`)
  .join("");

/** The styles of a conference's papers, by the names its own files use; sizes in points, places in twentieths. */
const styles: readonly Style[] = [
  { id: "Source", name: "Source", paragraph: before(30) + centre, run: bold + size(14) },
  {
    id: "Headerfield",
    name: "Header_field",
    paragraph: `<w:pBdr>${box}</w:pBdr>${tabs(2268)}${before(0)}${indent(2268, 2268)}`,
  },
  { id: "Dochead", name: "Doc_head", paragraph: before(2), run: bold + size(12) },
  { id: "Title1", name: "Title 1", paragraph: before(12) + centre, run: size(14) },
  { id: "Proposal", name: "Proposal", paragraph: `${next}${tabs(1134)}${before(18)}`, run: bold },
  { id: "ResNo", name: "Res_No", paragraph: next + before(24) + centre, run: size(14) },
  { id: "Restitle", name: "Res_title", paragraph: next + before(12) + centre, run: bold + size(14) },
  { id: "Resref", name: "Res_ref", paragraph: next + before(6) + centre },
  { id: "Normalaftertitle", name: "Normal_after_title", paragraph: before(14) },
  ...[1, 2, 3, 4, 5].map((level) => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    paragraph: `${next}${tabs(794)}${before(level === 1 ? 18 : 12)}${indent(794, 794)}<w:outlineLvl w:val="${level - 1}"/>`,
    run: bold + (level === 1 ? size(13) : ""),
  })),
  { id: "enumlev1", name: "enumlev1", paragraph: tabs(794) + before(4) + indent(794, 794) },
  { id: "enumlev2", name: "enumlev2", paragraph: tabs(1191) + before(4) + indent(1191, 397) },
  { id: "enumlev3", name: "enumlev3", paragraph: tabs(1588) + before(4) + indent(1588, 397) },
  { id: "AnnexNo", name: "Annex_No", paragraph: next + before(36) + centre, run: size(14) },
  { id: "Annextitle", name: "Annex_title", paragraph: next + before(12) + centre, run: bold + size(14) },
  { id: "Reasons", name: "Reasons", paragraph: tabs(1134) + before(12) },
  { id: "Tabletext", name: "Table_text", paragraph: '<w:spacing w:before="40" w:after="40"/>', run: size(10) },
  { id: "FootnoteText", name: "footnote text", paragraph: tabs(284) + before(3) + indent(284, 284), run: size(10) },
  { id: "EndnoteText", name: "endnote text", paragraph: tabs(284) + before(3) + indent(284, 284), run: size(10) },
  { id: "Footer", name: "footer", paragraph: before(0) + centre, run: size(9) },
];

/** The looks of the style with that id. Throws when there is none. */
export function styleNamed(id: string): Pick<Style, "paragraph" | "run"> {
  const found = styles.find((style) => style.id === id);
  if (!found) throw new Error(`No style is called ${id}.`);
  return found;
}

const languageTags: Record<Language, string> = {
  en: 'w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"',
  fr: 'w:val="fr-FR" w:eastAsia="zh-CN" w:bidi="ar-SA"',
  es: 'w:val="es-ES" w:eastAsia="zh-CN" w:bidi="ar-SA"',
  ru: 'w:val="ru-RU" w:eastAsia="zh-CN" w:bidi="ar-SA"',
  ar: 'w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"',
  zh: 'w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"',
};

/** Openers are italic; Chinese has no italic and sets them in another face. */
function callRun(language: Language): string {
  return language === "zh" ? '<w:rFonts w:eastAsia="KaiTi"/>' : "<w:i/><w:iCs/>";
}

/** The styles part for a text of that language. */
export function stylesPart(language: Language): string {
  const call: Style = { id: "Call", name: "Call", paragraph: next + before(8) + indent(794), run: callRun(language) };
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun" w:cs="Times New Roman"/>';
  const defaults =
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(12)}<w:lang ${languageTags[language]}/></w:rPr></w:rPrDefault>` +
    "<w:pPrDefault/></w:docDefaults>";
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    `<w:pPr>${tabs(794, 1191, 1588, 1985)}${before(6)}</w:pPr></w:style>`;
  const cells = '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>';
  const lines = ["top", "left", "bottom", "right", "insideH", "insideV"]
    .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join("");
  const tables =
    `<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>${cells}</w:tblPr></w:style>` +
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>' +
    `<w:tblPr><w:tblBorders>${lines}</w:tblBorders></w:tblPr></w:style>`;
  const references = ["Footnote", "Endnote"].map(
    (note) =>
      `<w:style w:type="character" w:styleId="${note}Reference"><w:name w:val="${note.toLowerCase()} reference"/>` +
      '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>',
  );
  const body = [...styles, call].map(styleXml).join("");
  return `${xmlDeclaration}<w:styles ${namespaces}>${defaults}${normal}${body}${references.join("")}${tables}</w:styles>`;
}

function styleXml(style: Style): string {
  const paragraph = style.paragraph ? `<w:pPr>${style.paragraph}</w:pPr>` : "";
  const run = style.run ? `<w:rPr>${style.run}</w:rPr>` : "";
  return (
    `<w:style w:type="paragraph" w:styleId="${style.id}"><w:name w:val="${style.name}"/><w:basedOn w:val="Normal"/>` +
    `<w:qFormat/>${paragraph}${run}</w:style>`
  );
}
