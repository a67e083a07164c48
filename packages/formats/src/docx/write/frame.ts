import { type Language, direction } from "@plenary/document";
import type { Frame } from "../../frame/frame.ts";
import { styleNamed } from "./package/styles.ts";
import { runFormat, runProperties, textRun } from "./runs.ts";

/** The tags of the content controls around what is not of the text; readers know them by these. */
export const frameTags = { head: "plenary-head", reasons: "plenary-reasons" } as const;

/** What stands before the text and after it. */
export interface FrameXml {
  readonly before: string;
  readonly after: string;
}

/** The lines of a frame by how they look. */
type LineStyle = "Dochead" | "Source" | "Title1" | "Proposal" | "Reasons";

/** A paragraph of that style. */
type Line = (style: LineStyle, said: string) => string;

/**
 * The header table and the line with symbol and number before the text, and the line for reasons after it. `styled` is
 * whether the file has the styles that are written here; if not, the lines have their looks of themselves.
 */
export function frameXml(frame: Frame, width: number, styled: boolean): FrameXml {
  const { language, symbol, number, reasons } = frame;
  const line: Line = (style, said) => lineXml(style, said, language, styled);
  return {
    before: control(frameTags.head, headerTable(frame, width, line) + line("Proposal", `${symbol}\t${number}`)),
    after: reasons === null ? "" : control(frameTags.reasons, line("Reasons", `${reasons}\t`)),
  };
}

function control(tag: string, inside: string): string {
  return `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/></w:sdtPr><w:sdtContent>${inside}</w:sdtContent></w:sdt>`;
}

/** Meeting at the start, the document's facts at the end, a rule; below who submits it and what it is about. */
function headerTable({ language, meeting, sitting, facts, source, about }: Frame, width: number, line: Line): string {
  const end = Math.round(width / 3);
  const start = width - end;
  const rule = '<w:tcBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="auto"/></w:tcBorders>';
  const cell = (own: number, lines: readonly string[], looks = ""): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${own}" w:type="dxa"/>${looks}</w:tcPr>${lines.join("")}</w:tc>`;
  const row = (cells: string): string => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells}</w:tr>`;
  const whole = (style: LineStyle, lines: readonly string[]): string => {
    const there = lines.filter((each) => each !== "");
    if (there.length === 0) return "";
    return row(
      cell(
        width,
        there.map((each) => line(style, each)),
        '<w:gridSpan w:val="2"/>',
      ),
    );
  };
  const named = [meeting, sitting].filter((each) => each !== "").map((each) => line("Dochead", each));
  const told = facts.map((each) => line("Dochead", each));
  return (
    `<w:tbl><w:tblPr>${language === "ar" ? "<w:bidiVisual/>" : ""}<w:tblW w:w="${width}" w:type="dxa"/>` +
    `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="${start}"/><w:gridCol w:w="${end}"/></w:tblGrid>` +
    row(cell(start, named, rule) + cell(end, told, rule)) +
    `${whole("Source", [source ?? ""])}${whole("Title1", about)}</w:tbl>`
  );
}

function lineXml(style: LineStyle, said: string, language: Language, styled: boolean): string {
  const { paragraph = "", run = "" } = styleNamed(style);
  // A line of Latin letters alone among Arabic ones runs from left to right, but stands where the others do.
  const foreign = language === "ar" && !/\p{Script=Arabic}/u.test(said);
  const centred = paragraph.includes("<w:jc ");
  const bidi = direction(language) === "rtl" && !(foreign && style === "Dochead") ? "<w:bidi/>" : "";
  const aside = foreign && style === "Dochead" && !centred ? '<w:jc w:val="right"/>' : "";
  const looks = styled ? `<w:pStyle w:val="${style}"/>${bidi}${aside}` : withBidi(paragraph, bidi) + aside;
  const format = (styled ? "" : run) + runFormat([], foreign ? "en" : language);
  const words = textRun(said, runProperties(format), false);
  return `<w:p><w:pPr>${looks}</w:pPr>${words}</w:p>`;
}

/** In the order of the schema, the direction stands before spacing and what follows it. */
function withBidi(paragraph: string, bidi: string): string {
  const at = paragraph.indexOf("<w:spacing");
  return at < 0 ? paragraph + bidi : paragraph.slice(0, at) + bidi + paragraph.slice(at);
}
