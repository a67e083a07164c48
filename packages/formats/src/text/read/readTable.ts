import type { SourceLine } from "./sourceLines.ts";

/** A table found in the lines: the lines of each cell, and the index of the first line after it. */
export interface FoundTable {
  readonly rows: readonly (readonly (readonly SourceLine[])[])[];
  readonly next: number;
  /** Signs of Markdown taken away, with the line they stood in. */
  readonly signs: readonly { readonly line: number; readonly removed: string }[];
}

/** A numbered paragraph of the body never stands in a table: it tells that tabs before it were no cells. */
const numbered = /^\d{1,3}\.\d{1,3}\.?\t/;

/**
 * A table as Tika writes it, from line `from` on: a cell begins with a tab and may go on in further lines, a row
 * ends with an empty line, a second one ends the table. Null when the lines are none.
 */
export function cellTable(lines: readonly SourceLine[], from: number, oneColumn: boolean): FoundTable | null {
  if (!lines[from]?.lead) return null;
  const rows: SourceLine[][][] = [];
  let row: SourceLine[][] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.lead) row.push(line.text === "" ? [] : [line]);
    else if (line.text !== "") {
      if (numbered.test(line.text) || row.length === 0) return null;
      row.at(-1)?.push(line);
    } else {
      rows.push(row);
      row = [];
      if (!lines[at + 1]?.lead) break;
    }
  }
  if (row.length > 0) rows.push(row);
  const widest = Math.max(...rows.map((cells) => cells.length));
  if (widest === 1 && (!oneColumn || rows.length === 1)) return null;
  return { rows, next: at, signs: [] };
}

/** Lines that all have the same number of tabs, two or more of them: a table typed with tabs. */
export function columnTable(
  lines: readonly SourceLine[],
  from: number,
  isRow: (line: SourceLine) => boolean,
): FoundTable | null {
  const tabs = (line: SourceLine) => line.text.split("\t").length;
  const first = lines[from];
  if (!first || tabs(first) < 2 || !isRow(first)) return null;
  const fits = (line: SourceLine | undefined) => line !== undefined && tabs(line) === tabs(first) && isRow(line);
  const found: SourceLine[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at]!;
    if (fits(line)) found.push(line);
    // A page break leaves one empty line inside a table.
    else if (line.text !== "" || !fits(lines[at + 1])) break;
  }
  if (found.length < 2) return null;
  return { rows: found.map((line) => cells(line, line.text.split("\t"))), next: at, signs: [] };
}

/** A table of Markdown: lines between bars, with a line of dashes under the first. */
export function barTable(lines: readonly SourceLine[], from: number): FoundTable | null {
  const isBar = (line: SourceLine | undefined) => line !== undefined && /^\|.*\|$/.test(line.text);
  const isRule = (line: SourceLine | undefined) => line !== undefined && /^\|?[\s:|-]*-[\s:|-]*\|?$/.test(line.text);
  if (!isBar(lines[from]) || !isRule(lines[from + 1])) return null;
  const rows: SourceLine[][][] = [];
  const signs: { line: number; removed: string }[] = [];
  let at = from;
  for (; isBar(lines[at]); at++) {
    const line = lines[at]!;
    if (at === from + 1) signs.push({ line: line.no, removed: line.text });
    else {
      const parts = line.text.slice(1, -1).split("|");
      rows.push(cells(line, parts));
      signs.push({ line: line.no, removed: "|".repeat(parts.length + 1) });
    }
  }
  return { rows, next: at, signs };
}

function cells(line: SourceLine, parts: readonly string[]): SourceLine[][] {
  let used = 0;
  return parts.map((part) => {
    const said = part.trim();
    const count = said.split("\uFFFC").length - 1;
    const anchors = line.anchors.slice(used, used + count);
    used += count;
    return said === "" ? [] : [{ ...line, text: said, anchors }];
  });
}
