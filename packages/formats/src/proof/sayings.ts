import { type Clause, type Content, type Mark, type Text, flatPiece } from "@plenary/document";
import { printable } from "../printable.ts";
import { noShape, shapeCode } from "./shapeCode.ts";

/** One line of a text as a person reads it, its words with their formatting; see {@link sayings}. */
export interface Saying {
  /** The line in canonical JSON. */
  readonly canonical: string;
  /** The words alone, to name the line to a person. */
  readonly words: string;
  /** What the line is, see `shapeCode`; no part of its canonical form. */
  readonly shape: string;
}

/** A stretch of words and its formatting. */
type Stretch = readonly [text: string, ...marks: Mark[]];

const breaks = /[\n\v\u2028\u2029]/g;

/**
 * What a text says, line by line: labels, words, their formatting, the shape of tables, footnotes where their anchors
 * stand, and beside that its kind and level. Left out is what a file need not hold: ids, the language, empty lines, footnote numbers that
 * follow from the order, and characters that no file may hold.
 */
export function sayings(text: Text): Saying[] {
  const footnotes = new Map(
    text.clauses.flatMap((each) => (each.kind === "footnote" ? [[each.id, each] as const] : [])),
  );
  const notes: Clause[] = [];
  const out: Saying[] = [];
  const say = (clause: Clause, as: "clause" | "note", inCell = false): void => {
    // Endnotes are counted in Roman figures.
    const counted = clause.level > 0 ? /^[ivxlc]+$/ : /^\p{Nd}+$/u;
    const numbered = as === "note" && counted.test(clause.label ?? "");
    const label: Stretch[] = clause.label === null || numbered ? [] : [[`${clause.label}\t`]];
    const said = stretches([...label, ...pieces(clause.content)]);
    if (said.length > 0 || as === "note") out.push(line(as, said, shapeCode(clause, inCell)));
  };
  const pieces = (content: Content): Stretch[] =>
    content.flatMap((piece): Stretch[] => {
      if (piece.type === "text") return [[piece.text, ...(piece.marks ?? [])]];
      if (piece.type === "break") return [[flatPiece(piece)]];
      const footnote = footnotes.get(piece.footnote);
      if (!footnote) return [];
      notes.push(footnote);
      return [["\uFFFC"]];
    });
  const visit = (clauses: readonly Clause[], inCell: boolean): void => {
    for (const clause of clauses) {
      if (clause.kind === "footnote" && clauses === text.clauses) continue;
      if (clause.kind !== "table") say(clause, "clause", inCell);
      for (const row of clause.rows) {
        out.push(mark("row"));
        for (const [i, cell] of row.cells.entries()) {
          if (i > 0) out.push(mark("cell"));
          visit(cell.clauses, true);
        }
      }
      if (clause.rows.length > 0) out.push(mark("end"));
    }
  };
  visit(text.clauses, false);
  const anchored = new Set(notes);
  for (let i = 0; i < notes.length; i++) say(notes[i]!, "note");
  for (const footnote of footnotes.values()) if (!anchored.has(footnote)) say(footnote, "clause");
  return out;
}

function mark(name: "row" | "cell" | "end"): Saying {
  return { canonical: JSON.stringify([name]), words: "", shape: noShape };
}

function line(as: "clause" | "note", said: readonly Stretch[], shape: string): Saying {
  return { canonical: JSON.stringify([as, ...said]), words: said.map(([words]) => words).join(""), shape };
}

/** Neighbours with the same formatting are one; characters that no file may hold are left out. */
function stretches(given: readonly Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  for (const [text, ...marks] of labelsUnformatted(given)) {
    const last = out.at(-1);
    // A line break has no formatting of its own.
    if (text === "\u2028") out.push([text]);
    else if (last && last[0] !== "\u2028" && last.slice(1).join() === marks.join()) {
      out[out.length - 1] = [last[0] + text, ...marks];
    } else out.push([text, ...marks]);
  }
  return out;
}

/** Printable text; what stands before the first tab is a label, which the kind of clause formats. */
function labelsUnformatted(given: readonly Stretch[]): Stretch[] {
  const clean = given.flatMap(([raw, ...marks]): Stretch[] => {
    const parts = printable(raw.replace(breaks, "\u2028")).split(/(\u2028)/);
    return parts.flatMap((text): Stretch[] => (text === "" ? [] : [[text, ...marks]]));
  });
  const at = clean.findIndex(([text]) => text.includes("\t"));
  return clean.flatMap(([text, ...marks], i): Stretch[] => {
    if (i > at) return [[text, ...marks]];
    if (i < at) return [[text]];
    const end = text.indexOf("\t") + 1;
    return end === text.length ? [[text]] : [[text.slice(0, end)], [text.slice(end), ...marks]];
  });
}
