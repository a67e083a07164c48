import { type Cell, type Clause, type Row, flatten } from "@plenary/document";

/** A clause or a row as the pairing sees it: what it says without its label, its words, and what it is. */
export interface Subject {
  readonly said: string;
  readonly label: string;
  readonly kind: string;
  /** How often each word occurs, and how many there are. */
  words(): ReadonlyMap<string, number>;
  size(): number;
}

/** A clause as the pairing sees it; a table says what its cells say. */
export function clauseSubject(clause: Clause): Subject {
  const said = clause.kind === "table" ? clause.rows.map(rowSaid).join("\n") : flatten(clause.content);
  return subject(said, clause.label ?? "", clause.kind);
}

/** A row as the pairing sees it. */
export function rowSubject(row: Row): Subject {
  return subject(rowSaid(row), "", "row");
}

/** A cell as the pairing sees it. */
export function cellSubject(cell: Cell): Subject {
  return subject(cellSaid(cell), "", "cell");
}

/** A plain string as the pairing sees it, its label already taken off. */
function subject(said: string, label: string, kind: string): Subject {
  let counted: ReadonlyMap<string, number> | null = null;
  let total = 0;
  const count = () => {
    if (counted) return counted;
    const words = new Map<string, number>();
    for (const word of said
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+/gu) ?? []) {
      words.set(word, (words.get(word) ?? 0) + 1);
      total++;
    }
    counted = words;
    return words;
  };
  return {
    said,
    label,
    kind,
    words: count,
    size: () => {
      count();
      return total;
    },
  };
}

function rowSaid(row: Row): string {
  return row.cells.map(cellSaid).join("\t");
}

function cellSaid({ clauses }: Cell): string {
  return clauses.map((clause) => clauseSubject(clause).said).join("\n");
}
