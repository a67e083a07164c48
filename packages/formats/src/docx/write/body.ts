import type { CellRedline, ClauseRedline, RowRedline } from "@plenary/diff";
import { uniformClauses } from "../../uniform.ts";
import { type Anchored, blocksOf } from "./blocks.ts";
import type { Pen } from "./inline.ts";
import { type Container, layout } from "./layout.ts";
import { type MoveNames, paragraphXml } from "./paragraph.ts";

/** What the parts of a body share beside the pen. */
export interface BodyContext {
  readonly pen: Pen;
  readonly moves: MoveNames;
  readonly anchored: Anchored;
  /** The width of the text column, in twentieths of a point. */
  readonly width: number;
}

/** The paragraphs and tables of clauses, in order. */
export function blocksXml(clauses: readonly ClauseRedline[], container: Container, context: BodyContext): string {
  return layout(blocksOf(clauses, context.anchored), container)
    .map((placed) =>
      placed.type === "paragraph"
        ? paragraphXml(placed, container !== "body", context.moves, context.pen)
        : tableXml(placed.rows, context),
    )
    .join("");
}

function tableXml(rows: readonly RowRedline[], context: BodyContext): string {
  const columns = Math.max(1, ...rows.map((row) => row.cells.length));
  const width = Math.floor(context.width / columns);
  const bidi = context.pen.language === "ar" ? "<w:bidiVisual/>" : "";
  const properties = `<w:tblPr><w:tblStyle w:val="TableGrid"/>${bidi}<w:tblW w:w="${width * columns}" w:type="dxa"/></w:tblPr>`;
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`;
  const inner = { ...context, width };
  return `<w:tbl>${properties}${grid}${rows.map((row) => rowXml(row, columns, inner)).join("")}</w:tbl>`;
}

function rowXml(row: RowRedline, columns: number, context: BodyContext): string {
  const fate = row.base === null ? "ins" : row.current === null ? "del" : null;
  const properties = fate === null ? "" : `<w:trPr><w:${fate} ${context.pen.revisions.attributes()}/></w:trPr>`;
  const cells = row.cells.map((cell, i) => cellXml(cell, fate, i === row.cells.length - 1 ? columns - i : 1, context));
  const filled = cells.length > 0 ? cells.join("") : cellXml(noCell, fate, columns, context);
  return `<w:tr>${properties}${filled}</w:tr>`;
}

const noCell: CellRedline = { symbol: "NOC", base: null, current: null, clauses: [] };

// A blank is there to go with a suppressed column, or to have come with an added one.
function blankFate({ base, current, symbol }: CellRedline): "ins" | "del" | null {
  if (base !== null || current !== null) return null;
  return symbol === "ADD" ? "ins" : symbol === "SUP" ? "del" : null;
}

function cellChange(fate: "ins" | "del" | null, revisions: Pen["revisions"]): string {
  return fate === null ? "" : `<w:${fate === "ins" ? "cellIns" : "cellDel"} ${revisions.attributes()}/>`;
}

function cellXml(cell: CellRedline, row: "ins" | "del" | null, span: number, context: BodyContext): string {
  const own =
    cell.base !== null && cell.current === null ? "del" : cell.current !== null && cell.base === null ? "ins" : null;
  const fate = row ?? own;
  const tracked =
    row === null || cell.change !== undefined ? cellChange(own ?? blankFate(cell), context.pen.revisions) : "";
  const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : "";
  const properties = `<w:tcPr><w:tcW w:w="${context.width * span}" w:type="dxa"/>${spanned}${tracked}</w:tcPr>`;
  const container = fate === "ins" ? "inserted" : fate === "del" ? "deleted" : "cell";
  const side = fate === "ins" ? cell.current : fate === "del" ? cell.base : null;
  const clauses = side ? uniformClauses(side.clauses, fate === "ins" ? "+" : "-") : cell.clauses;
  return `<w:tc>${properties}${blocksXml(clauses, container, context)}</w:tc>`;
}
