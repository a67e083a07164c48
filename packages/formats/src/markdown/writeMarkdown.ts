import type { Redline } from "@plenary/diff";
import { type ClauseKind, type Text, direction } from "@plenary/document";
import { markedLabel } from "../marked/markedLabel.ts";
import { markedNotes } from "../marked/markedNotes.ts";
import type { Marked, MarkedClause, MarkedPiece, MarkedRow } from "../marked/marked.ts";
import { markRedline } from "../marked/markRedline.ts";
import { type Seals, cleanSeals, markedSeals, printHashes } from "../proof/seal.ts";
import { unchanged } from "../uniform.ts";
import { inlineMarkdown } from "./inlineMarkdown.ts";

/** The clean text as Markdown; `base`, if given, is named by its hash in the first line. */
export function writeMarkdown(text: Text, base?: Text): string {
  return write(markRedline(unchanged(text)), cleanSeals(text, base));
}

/**
 * The redline as Markdown with CriticMarkup: `{--deleted--}{++inserted++}`, clauses that are moved at both places. What
 * a clause says stands on one line, its label as text, so that no program numbers it anew.
 */
export function writeMarkedMarkdown(redline: Redline): string {
  return write(markRedline(redline), markedSeals(redline));
}

function write(marked: Marked, seals: Seals): string {
  const notes = markedNotes(marked);
  const isFoot = (clause: MarkedClause): boolean =>
    clause.note !== null && clause.move !== "from" && notes.anchored.has(clause.note);
  const anchored = (note: number): boolean => notes.byNumber.has(note);
  const body = marked.clauses.filter(({ note }) => note === null || !notes.anchored.has(note));
  const blocks = body.map((clause) => blockOf(clause, anchored)).filter((block) => block !== "");
  const foot = marked.clauses
    .filter(isFoot)
    .map((clause) => `[^${clause.note}]: ${inlineMarkdown(arrived(clause.pieces, clause), () => false) || "&#32;"}`);
  const whole = [`<!-- ${printHashes(seals).join(" ")} -->`, ...blocks, ...foot];
  const turned =
    direction(marked.language) === "rtl" ? [whole[0]!, '<div dir="rtl">', ...whole.slice(1), "</div>"] : whole;
  return `${turned.join("\n\n")}\n`;
}

const marks: Partial<Record<ClauseKind, string>> = { number: "# ", title: "## ", annexNumber: "# ", annexTitle: "## " };

function blockOf(clause: MarkedClause, anchored: (note: number) => boolean): string {
  const { kind, level } = clause.current ?? clause.base ?? { kind: "paragraph" as const, level: 0 };
  if (kind === "table") return tableOf(clause.move === "to" ? arrivedRows(clause.rows) : clause.rows, anchored);
  const said = inlineMarkdown(linePieces(clause), anchored);
  if (said === "") return "";
  if (kind === "heading") return `${"#".repeat(Math.min(level + 3, 6))} ${said}`;
  if (kind === "call") return `<i>${said}</i>`;
  return `${marks[kind] ?? "&emsp;".repeat(Math.min(level, 9))}${said}`;
}

/** A space instead of the tab behind a label, which would be code where the label goes. */
function spaced(piece: MarkedPiece): MarkedPiece {
  return piece.type === "text" ? { ...piece, text: piece.text.replace(/\t$/, " ") } : piece;
}

/** Label and words of a clause. */
function linePieces(clause: MarkedClause): readonly MarkedPiece[] {
  return arrived([...markedLabel(clause).map(spaced), ...clause.pieces], clause);
}

/** A moved clause is inserted as a whole at its new place, since its old one shows what went. */
function arrived(pieces: readonly MarkedPiece[], { move }: MarkedClause): readonly MarkedPiece[] {
  if (move !== "to") return pieces;
  return pieces.filter(({ op }) => op !== "-").map((piece): MarkedPiece => ({ ...piece, op: "+" }));
}

/** The rows of a moved table at its new place: what goes stands at the old one. */
function arrivedRows(rows: readonly MarkedRow[]): MarkedRow[] {
  const moved = (clause: MarkedClause): MarkedClause => ({ ...clause, move: "to", rows: arrivedRows(clause.rows) });
  const stays = ({ op }: { readonly op: string }): boolean => op !== "-";
  return rows.filter(stays).map((row) => ({
    ...row,
    cells: row.cells.filter(stays).map((cell) => ({
      ...cell,
      clauses: cell.clauses.filter(({ current, move }) => current !== null && move !== "from").map(moved),
    })),
  }));
}

function tableOf(rows: readonly MarkedRow[], anchored: (note: number) => boolean): string {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  if (columns === 0) return "";
  const line = (cells: readonly string[]): string =>
    `|${[...cells, ...Array<string>(columns - cells.length).fill("")].map((cell) => ` ${cell} `).join("|")}|`;
  const lines = rows.map(({ cells }) => line(cells.map(({ clauses }) => cellOf(clauses, anchored))));
  return [line([]), line(Array<string>(columns).fill("---")), ...lines].join("\n");
}

function cellOf(clauses: readonly MarkedClause[], anchored: (note: number) => boolean): string {
  return clauses
    .map((clause) =>
      clause.rows.length > 0
        ? clause.rows.map(({ cells }) => cells.map((cell) => cellOf(cell.clauses, anchored)).join(" / ")).join("<br>")
        : inlineMarkdown(linePieces(clause), anchored),
    )
    .join("<br>");
}
