import type { Language, Mark } from "@plenary/document";
import { columnHeads, sideBySide } from "../../table/sideBySide.ts";
import type { Marked, MarkedClause, MarkedPiece, Op } from "../../marked/marked.ts";
import { markedLabel } from "../../marked/markedLabel.ts";
import { type MarkedNotes, markedNotes } from "../../marked/markedNotes.ts";
import { paragraphFormat } from "./paragraphStyle.ts";
import { runProperties, textRun } from "./runs.ts";

/** A4 across, margins of 2 cm; what is left between them, in twentieths of a point. */
const width = 14572;
const signWidth = 900;

/** The body of a comparison table: the symbol, the base with what goes struck, the proposal with what comes underlined. */
export function comparisonBody(marked: Marked): string {
  const { language } = marked;
  const notes = markedNotes(marked);
  const column = Math.floor((width - signWidth) / 2);
  const bold = (said: string): string =>
    paragraph(textRun(said, runProperties(format(["bold"], "=", language)), false), language);
  const [base, current] = columnHeads[language];
  const head =
    "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" +
    `${cell(signWidth, paragraph("", language))}${cell(column, bold(base))}${cell(column, bold(current))}</w:tr>`;
  const side = (clause: MarkedClause | null): string =>
    cell(column, clause ? blocks([clause], column - 216, language, notes) : paragraph("", language));
  const rows = sideBySide(marked).map(
    (line) => `<w:tr>${cell(signWidth, bold(line.symbol))}${side(line.base)}${side(line.current)}</w:tr>`,
  );
  return (
    table([signWidth, column, column], `${head}${rows.join("")}`, language) +
    `${paragraph("", language)}${sectionXml(language)}`
  );
}

function sectionXml(language: Language): string {
  return (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="16840" w:h="11907" w:orient="landscape"/>' +
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="720" w:footer="567" w:gutter="0"/>' +
    `${language === "ar" ? "<w:bidi/>" : ""}</w:sectPr>`
  );
}

function table(columns: readonly number[], rows: string, language: Language): string {
  const total = columns.reduce((sum, each) => sum + each, 0);
  const grid = columns.map((each) => `<w:gridCol w:w="${each}"/>`).join("");
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>${language === "ar" ? "<w:bidiVisual/>" : ""}` +
    `<w:tblW w:w="${total}" w:type="dxa"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows}</w:tbl>`
  );
}

function cell(own: number, inside: string, span = 1): string {
  const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : "";
  return `<w:tc><w:tcPr><w:tcW w:w="${own}" w:type="dxa"/>${spanned}</w:tcPr>${inside}</w:tc>`;
}

/** Word wants a paragraph at the end of a cell, also behind a table. */
function blocks(clauses: readonly MarkedClause[], room: number, language: Language, notes: MarkedNotes): string {
  const out = clauses.map((clause) => {
    const shape = clause.current ?? clause.base;
    if (shape?.kind === "table") return nested(clause, room, language, notes);
    const runs = [...markedLabel(clause), ...clause.pieces].map((piece) => run(piece, language, notes)).join("");
    const style = {
      id: "",
      content: [],
      rows: [],
      ...(shape ?? { kind: "paragraph" as const, level: 0, label: null }),
    };
    return `<w:p><w:pPr>${paragraphFormat(style, language, true)}</w:pPr>${runs}</w:p>`;
  });
  return clauses.at(-1)?.rows.length !== 0 ? `${out.join("")}${paragraph("", language)}` : out.join("");
}

function nested({ rows }: MarkedClause, room: number, language: Language, notes: MarkedNotes): string {
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const each = Math.floor(room / count);
  const written = rows.map(({ cells }) => {
    const own = cells.map(({ clauses }, i) => {
      const span = i === cells.length - 1 ? count - i : 1;
      return cell(each * span, blocks(clauses, each - 216, language, notes), span);
    });
    return `<w:tr>${own.length > 0 ? own.join("") : cell(room, paragraph("", language), count)}</w:tr>`;
  });
  return rows.length === 0 ? "" : table(Array<number>(count).fill(each), written.join(""), language);
}

function paragraph(runs: string, language: Language): string {
  const bidi = language === "ar" ? "<w:bidi/>" : "";
  return `<w:p><w:pPr><w:pStyle w:val="Tabletext"/>${bidi}</w:pPr>${runs}</w:p>`;
}

function run(piece: MarkedPiece, language: Language, notes: MarkedNotes): string {
  if (piece.type === "break") return textRun("\n", "", false);
  const [said, marks] =
    piece.type === "text"
      ? [piece.text, piece.marks]
      : [notes.label(piece.note, piece.op === "-" ? "base" : "current"), ["superscript" as const]];
  return textRun(said, runProperties(format(marks, piece.op, language)), false);
}

/** In the order of the schema. */
function format(marks: readonly Mark[], op: Op, language: Language): string {
  let out = "";
  if (marks.includes("bold")) out += "<w:b/><w:bCs/>";
  if (marks.includes("italic")) out += "<w:i/><w:iCs/>";
  if (op === "-") out += '<w:strike/><w:color w:val="B3261E"/>';
  if (op === "+") out += '<w:color w:val="0B5CAD"/>';
  if (op === "+" || marks.includes("underline")) out += '<w:u w:val="single"/>';
  if (marks.includes("superscript")) out += '<w:vertAlign w:val="superscript"/>';
  else if (marks.includes("subscript")) out += '<w:vertAlign w:val="subscript"/>';
  return language === "ar" ? `${out}<w:rtl/>` : out;
}
