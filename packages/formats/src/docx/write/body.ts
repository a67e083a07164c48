import type { CellRedline, Change, ClauseRedline, RowRedline } from "@plenary/diff";
import { uniformClauses } from "../../uniform.ts";
import { type Element, child, isWord } from "../read/xml/element.ts";
import { raw } from "../read/xml/raw.ts";
import { isTracked } from "../source/trace.ts";
import { type WordSource, asItStands, propertiesXml } from "../source/wordSource.ts";
import { type Anchored, type TableBlock, blocksOf } from "./blocks.ts";
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
  /** The changes of the table that is written. */
  readonly table?: readonly Change[];
  /** The file's cells whose looks the cells of an added row take. */
  readonly models?: readonly Element[];
}

/** The paragraphs and tables of clauses, in order. */
export function blocksXml(clauses: readonly ClauseRedline[], container: Container, context: BodyContext): string {
  const { source } = context.pen;
  const own = source ? clauses.filter((entry) => !source.isInKeptBox(entry)) : clauses;
  return layout(blocksOf(own, context.anchored), container)
    .map((placed) =>
      placed.type === "paragraph"
        ? paragraphXml(placed, container !== "body", context.moves, context.pen)
        : tableXml(placed, context),
    )
    .join("");
}

function tableXml({ entry, rows }: TableBlock, context: BodyContext): string {
  const { source, notes, language, comments } = context.pen;
  const asItIs = source?.unchangedTable(entry) ?? null;
  const commented = entry.rows.some((row) =>
    row.cells.some((cell) => cell.clauses.some((c) => comments.has(c.current?.id ?? ""))),
  );
  if (asItIs && !commented && notes?.keepAll(asItIs) !== false) return asItStands(asItIs);
  const columns = Math.max(1, ...rows.map((row) => row.cells.length));
  const width = Math.floor(context.width / columns);
  const inner = { ...context, width, table: entry.changes };
  const changes = entry.changes.filter(({ kind }) => kind === "row");
  const written = rows.map((row, at) => {
    const change = row.base === null || row.current === null ? changes.shift() : undefined;
    const whole = changes.length === 0 && change === undefined ? entry.changes : change ? [change] : [];
    const revisions = context.pen.signatures.of(whole, ["row", "add", "suppress"], context.pen.revisions);
    const models = source ? modelCells(rows, at, source) : [];
    return rowXml(row, columns, { ...inner, models, pen: { ...context.pen, revisions } });
  });
  const table = source?.element(entry.base?.id) ?? source?.element(entry.current?.id) ?? null;
  const own = table && isWord(table, "tbl") ? table : null;
  const bidi = language === "ar" ? "<w:bidiVisual/>" : "";
  const style = source ? ownBorders : '<w:tblStyle w:val="TableGrid"/>';
  const properties = own
    ? propertiesXml(own, "tblPr")
    : source
      ? `${bidi}<w:tblW w:w="${width * columns}" w:type="dxa"/>${style}`
      : `${style}${bidi}<w:tblW w:w="${width * columns}" w:type="dxa"/>`;
  const grid = (own && propertiesXml(own, "tblGrid")) || `<w:gridCol w:w="${width}"/>`.repeat(columns);
  return `<w:tbl><w:tblPr>${properties}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${written.join("")}</w:tbl>`;
}

/** The cells of the nearest row of the file, above rather than below, that has as many as an added row; else none. */
function modelCells(rows: readonly RowRedline[], at: number, source: WordSource): readonly Element[] {
  const row = rows[at];
  const elementOf = (each: RowRedline): Element | null => source.element((each.base ?? each.current)?.id);
  if (!row || elementOf(row)) return [];
  for (const each of [...rows.slice(0, at).toReversed(), ...rows.slice(at + 1)]) {
    const cells = elementOf(each)?.children.filter((one) => isWord(one, "tc")) ?? [];
    if (cells.length > 0 && cells.length === row.cells.length) return cells;
  }
  return [];
}

const merged = new Set(["vMerge", "hMerge"]);

/** The looks of a cell of the file for a new one beside it: its width, borders and shade, not what it is merged with. */
function looksLike(cell: Element): string {
  const properties = child(cell, "tcPr")?.children ?? [];
  return properties
    .filter((each) => !isTracked(each) && !merged.has(each.name))
    .map((each) => raw(each, isTracked))
    .join("");
}

const ownBorders = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join("")}</w:tblBorders>`;

function rowXml(row: RowRedline, columns: number, context: BodyContext): string {
  const { pen } = context;
  const fate = pen.clean ? null : row.base === null ? "ins" : row.current === null ? "del" : null;
  const tracked = fate === null ? "" : `<w:${fate} ${pen.revisions.attributes()}/>`;
  const own = pen.source?.element((row.base ?? row.current)?.id) ?? null;
  const inside = propertiesXml(own, "trPr") + tracked;
  const properties = inside === "" ? "" : `<w:trPr>${inside}</w:trPr>`;
  const exceptions = child(own, "tblPrEx");
  const before = exceptions ? raw(exceptions, isTracked) : "";
  const cells = row.cells.map((cell, i) => {
    const span = i === row.cells.length - 1 ? columns - i : 1;
    return cellXml(cell, fate, span, context, context.models?.[i]);
  });
  const filled = cells.length > 0 ? cells.join("") : cellXml(noCell, fate, columns, context);
  return `<w:tr>${before}${properties}${filled}</w:tr>`;
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

function cellXml(
  cell: CellRedline,
  row: "ins" | "del" | null,
  span: number,
  outside: BodyContext,
  model?: Element,
): string {
  const changes = (outside.table ?? []).filter(({ id }) => id === cell.change);
  const revisions = outside.pen.signatures.of(changes, ["column", "cell"], outside.pen.revisions);
  const pen = { ...outside.pen, revisions };
  const context = { ...outside, pen };
  const own =
    cell.base !== null && cell.current === null ? "del" : cell.current !== null && cell.base === null ? "ins" : null;
  const fate = row ?? own;
  const tracked =
    pen.clean || (row !== null && cell.change === undefined) ? "" : cellChange(own ?? blankFate(cell), pen.revisions);
  const found = pen.source?.element((cell.base ?? cell.current)?.id) ?? null;
  const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : "";
  const looks = found
    ? propertiesXml(found, "tcPr")
    : model
      ? looksLike(model)
      : `<w:tcW w:w="${context.width * span}" w:type="dxa"/>${spanned}`;
  const container = fate === "ins" ? "inserted" : fate === "del" ? "deleted" : "cell";
  const side = fate === "ins" ? cell.current : fate === "del" ? cell.base : null;
  const clauses = side ? uniformClauses(side.clauses, fate === "ins" ? "+" : "-") : cell.clauses;
  return `<w:tc><w:tcPr>${looks}${tracked}</w:tcPr>${blocksXml(clauses, container, context)}</w:tc>`;
}
