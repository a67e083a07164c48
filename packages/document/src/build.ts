import type { Cell, Clause, ClauseKind, Row, Text } from "./clause.ts";
import { type Content, type Inline, type Mark, normalise, sortedMarks } from "./inline.ts";
import type { Language } from "./language.ts";

/** A text piece; the marks may come in any order. */
export function run(text: string, ...given: Mark[]): Inline {
  const sorted = given.length > 0 ? sortedMarks(given) : undefined;
  return sorted ? { type: "text", text, marks: sorted } : { type: "text", text };
}

/** A line break inside a clause. */
export function lineBreak(): Inline {
  return { type: "break" };
}

/** The anchor of the footnote with that clause id. */
export function anchor(footnote: string): Inline {
  return { type: "anchor", footnote };
}

/** Content from strings and pieces, in normal form. */
export function content(...pieces: (string | Inline)[]): Content {
  return normalise(pieces.map((piece) => (typeof piece === "string" ? run(piece) : piece)));
}

/** What {@link clause} takes beside kind and content; everything has a default. */
export interface ClauseParts {
  readonly id?: string;
  readonly level?: number;
  readonly label?: string | null;
  readonly rows?: readonly Row[];
}

/**
 * A clause; its id is "" unless given. {@link text} gives every clause without an id one by its
 * place.
 */
export function clause(kind: ClauseKind, said: string | Content, parts: ClauseParts = {}): Clause {
  return {
    id: parts.id ?? "",
    kind,
    level: parts.level ?? 0,
    label: parts.label ?? null,
    content: typeof said === "string" ? plain(said) : normalise(said),
    rows: parts.rows ?? [],
  };
}

function plain(said: string): Content {
  return said === "" ? [] : [{ type: "text", text: said }];
}

/** A labelled item of a list. */
export function item(label: string, said: string | Content, parts: Omit<ClauseParts, "label"> = {}): Clause {
  return clause("item", said, { ...parts, label });
}

/** A table of rows of cells; a cell may be given as its plain text. */
export function table(
  rows: readonly (readonly (string | readonly Clause[])[])[],
  parts: Pick<ClauseParts, "id" | "level"> = {},
): Clause {
  return clause("table", [], {
    ...parts,
    rows: rows.map((cells) => ({
      id: "",
      cells: cells.map((cell) => ({
        id: "",
        clauses: typeof cell === "string" ? (cell === "" ? [] : [clause("paragraph", cell)]) : cell,
      })),
    })),
  });
}

/**
 * A text of these clauses. Clauses, rows and cells without an id get one by their place: `c1`,
 * `c2`, …; in a table `c5.r1`, `c5.r1.c2`, `c5.r1.c2.c1`.
 */
export function text(language: Language, clauses: readonly Clause[]): Text {
  return { language, clauses: withIds(clauses, "") };
}

function withIds(clauses: readonly Clause[], prefix: string): readonly Clause[] {
  return clauses.map((given, i) => {
    if (given.id !== "" && given.rows.length === 0) return given;
    const id = given.id || `${prefix}c${i + 1}`;
    return { ...given, id, rows: given.rows.map((row, r) => rowWithIds(row, `${id}.r${r + 1}`)) };
  });
}

function rowWithIds(row: Row, place: string): Row {
  const id = row.id || place;
  return {
    id,
    cells: row.cells.map((cell, c): Cell => ({
      id: cell.id || `${id}.c${c + 1}`,
      clauses: withIds(cell.clauses, `${cell.id || `${id}.c${c + 1}`}.`),
    })),
  };
}
