import { type Text, clauseKinds, isLanguage } from "@plenary/document";
import type { Marked, MarkedCell, MarkedClause, MarkedPiece, MarkedRow, Op, Shape } from "../../marked/marked.ts";
import { sideText } from "../../marked/sideText.ts";
import { type Seals, parseSeals } from "../../proof/seal.ts";
import { HtmlError, type PageElement, findAll, parsePage } from "./parsePage.ts";
import { readFrame } from "./readFrame.ts";
import { readPieces } from "./readPieces.ts";

/** A page read back: both texts as its `del` and `ins` give them, and the seals it carries, null where it has none. */
export interface HtmlReading {
  readonly base: Text;
  readonly current: Text;
  /** The lines of its head, which are not part of the texts. */
  readonly frame: readonly string[];
  readonly seals: Seals;
}

/**
 * Reads a page that {@link writeHtml} or {@link writeMarkedHtml} wrote: `base` is what it says with everything
 * rejected, `current` with everything accepted; a clean page gives the same text twice. Throws an {@link HtmlError}
 * for any other page.
 */
export function readMarkedHtml(source: string): HtmlReading {
  const root = parsePage(source);
  const language = root.attributes["lang"];
  const [main] = findAll(root, ({ name }) => name === "main");
  if (!main || !isLanguage(language)) throw new HtmlError("This page was not written by Plenary; it can not be read.");
  if (findAll(main, isComparison).length > 0)
    throw new HtmlError("This page is a comparison table, which can not be read back. Take the marked-up page.");
  const marked: Marked = { language, clauses: clausesIn(main) };
  const seal = (side: string): string => {
    const [meta] = findAll(root, ({ name, attributes }) => name === "meta" && attributes["name"] === `plenary-${side}`);
    return meta?.attributes["content"] ?? "";
  };
  return {
    base: sideText(marked, "base"),
    current: sideText(marked, "current"),
    frame: readFrame(root),
    seals: parseSeals(seal),
  };
}

function isComparison({ attributes }: PageElement): boolean {
  return attributes["class"] === "comparison";
}

function clausesIn(element: PageElement): MarkedClause[] {
  return findAll(element, ({ attributes }) => attributes["class"]?.startsWith("clause ") ?? false).map(readClause);
}

function readClause(element: PageElement): MarkedClause {
  const { attributes } = element;
  const [labelled] = findAll(element, ({ attributes: own }) => own["class"] === "label");
  const label = labelled ? readPieces(labelled, () => false) : [];
  const move = attributes["data-move"];
  const joint = attributes["data-joint"];
  const note = attributes["data-note"];
  const table = findAll(element, ({ name }) => name === "table")[0];
  const skipped = ({ attributes: own }: PageElement): boolean => /^(label|symbol|back)$/.test(own["class"] ?? "");
  return {
    symbol: "NOC",
    base: shape(attributes["data-base"], label, "+"),
    current: shape(attributes["data-current"], label, "-"),
    move: move === "from" || move === "to" ? move : null,
    joint: joint === "split" || joint === "merge" ? joint : null,
    note: note !== undefined && /^\d{1,9}$/.test(note) ? Number(note) : null,
    pieces: table ? [] : readPieces(element, skipped),
    rows: table ? findAll(table, ({ name }) => name === "tr").map(readRow) : [],
  };
}

function shape(said: string | undefined, label: readonly MarkedPiece[], gone: Op): Shape | null {
  const [, named, level] = /^(\w+) (\d{1,9})$/.exec(said ?? "") ?? [];
  const kind = clauseKinds.find((each) => each === named);
  if (kind === undefined) return null;
  const printed = label.flatMap((piece) => (piece.type === "text" && piece.op !== gone ? [piece.text] : [])).join("");
  return { kind, level: Number(level), label: printed === "" ? null : printed.replace(/\t$/, "") };
}

function opOf(element: PageElement): Op {
  const op = element.attributes["data-op"];
  return op === "+" || op === "-" ? op : "=";
}

function readRow(row: PageElement): MarkedRow {
  const cells = findAll(row, ({ name }) => name === "td");
  return { op: opOf(row), cells: cells.map((cell): MarkedCell => ({ op: opOf(cell), clauses: clausesIn(cell) })) };
}
