import { isFunctionWord } from "../tokens/functionWords.ts";
import { type Cell, type Clause, type Row, flatten } from "@plenary/document";
import { characterClass } from "../tokens/characters.ts";

/** What a function word weighs beside a content word: two clauses are not one because both are sentences. */
const functionWordWeight = 0.3;

/** A clause or a row as the pairing sees it: what it says without its label, its words, and what it is. */
export interface Subject {
  readonly said: string;
  readonly label: string;
  readonly kind: string;
  /** What each word weighs, as often as it occurs, and what all weigh together: a function word less than another. */
  words(): ReadonlyMap<string, number>;
  size(): number;
  /** How many words there are. */
  count(): number;
}

/** A clause as the pairing sees it; a table says what its cells say. */
export function clauseSubject(clause: Clause): Subject {
  const said = clause.kind === "table" ? clause.rows.map(rowSaid).join("\n") : flatten(clause.content);
  return new Said(said, clause.label ?? "", clause.kind);
}

/** A row as the pairing sees it. */
export function rowSubject(row: Row): Subject {
  return new Said(rowSaid(row), "", "row");
}

/** A cell as the pairing sees it. */
export function cellSubject(cell: Cell): Subject {
  return new Said(cellSaid(cell), "", "cell");
}

// Made for every clause of a text, counted for few: what is not asked for costs nothing.
class Said implements Subject {
  readonly said: string;
  readonly label: string;
  readonly kind: string;
  #words: ReadonlyMap<string, number> | null = null;
  #size = 0;
  #count = 0;

  constructor(said: string, label: string, kind: string) {
    this.said = said;
    this.label = label;
    this.kind = kind;
  }

  words(): ReadonlyMap<string, number> {
    if (this.#words) return this.#words;
    const words = new Map<string, number>();
    const lower = this.said.toLowerCase();
    for (let at = 0; at < lower.length;) {
      const end = wordEnd(lower, at);
      if (end > at) {
        const word = lower.slice(at, end);
        const weight = isFunctionWord(word) ? functionWordWeight : 1;
        words.set(word, (words.get(word) ?? 0) + weight);
        this.#size += weight;
        this.#count++;
      }
      at = Math.max(end, at + 1);
    }
    return (this.#words = words);
  }

  size(): number {
    this.words();
    return this.#size;
  }

  count(): number {
    this.words();
    return this.#count;
  }
}

// The end of the word that starts at `from`, a single character in scripts without spaces; `from` when there is none.
function wordEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const kind = characterClass(text.charCodeAt(at));
    if (kind === "dense") return at === from ? at + 1 : at;
    if (kind === "space" || kind === "symbol") break;
  }
  return at;
}

function rowSaid(row: Row): string {
  return row.cells.map(cellSaid).join("\t");
}

function cellSaid({ clauses }: Cell): string {
  return clauses.map((clause) => clauseSubject(clause).said).join("\n");
}
