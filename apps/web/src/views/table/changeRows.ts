import type { ChangeKind } from "@plenary/diff";
import type { ChangeState } from "@plenary/editor";
import type { ChangeAuthor } from "@plenary/server/api";
import { toldByWords } from "../../draft/cards/toldByWords.ts";
import type { Card } from "../../draft/review/cards.ts";
import type { AuthorsById } from "../../draft/review/useAuthors.ts";

/** One change as a line of the table; `number` is its place in the text, from 1. */
export interface ChangeRow {
  readonly key: string;
  readonly card: Card;
  readonly number: number;
  readonly place: string;
  readonly kind: ChangeKind;
  readonly deleted: string;
  readonly inserted: string;
  /** The change in one line, of one that its words do not tell; else "". */
  readonly summary: string;
  readonly groups: string;
  readonly people: string;
  /** When it was last touched, ISO 8601; "" while that is not known. */
  readonly at: string;
  readonly state: ChangeState;
  readonly authors: readonly ChangeAuthor[];
}

/** The columns by which the table can be sorted. */
export const columns = ["number", "place", "kind", "deleted", "inserted", "groups", "people", "at", "state"] as const;

/** A column of the table. */
export type Column = (typeof columns)[number];

/** By which column the table is sorted, and which way. */
export interface Order {
  readonly column: Column;
  readonly down: boolean;
}

/** The lines of the table, one for each card, in the order of the text. */
export function changeRows(cards: readonly Card[], authors: AuthorsById): readonly ChangeRow[] {
  return cards.map((card, i): ChangeRow => {
    const { key, change, place, summary, state } = card;
    const signed = authors[change.id] ?? none;
    const words = toldByWords.has(change.kind);
    return {
      key,
      card,
      number: i + 1,
      place,
      kind: change.kind,
      deleted: words ? change.deleted : "",
      inserted: words ? change.inserted : "",
      summary: words ? "" : summary,
      groups: distinct(signed.map(({ group }) => group)),
      people: distinct(signed.map(({ name }) => name)),
      at:
        signed
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? "",
      state,
      authors: signed,
    };
  });
}

/** The lines in another order; those that are the same there stay in the order of the text. */
export function sorted(rows: readonly ChangeRow[], { column, down }: Order, language: string): readonly ChangeRow[] {
  const collator = new Intl.Collator(language, { numeric: true });
  // Places go by the text, not by the alphabet.
  const by = column === "place" ? "number" : column;
  const compared = (a: ChangeRow, b: ChangeRow): number => {
    const [x, y] = [a[by], b[by]];
    if (typeof x === "number" || typeof y === "number") return Number(x) - Number(y);
    // What says nothing comes last, whichever way.
    if (x === "" || y === "") return (Number(x === "") - Number(y === "")) * (down ? -1 : 1);
    return collator.compare(x.trim(), y.trim());
  };
  return rows.toSorted((a, b) => compared(a, b) * (down ? -1 : 1) || a.number - b.number);
}

function distinct(all: readonly string[]): string {
  return [...new Set(all)].filter((one) => one !== "").join(", ");
}

const none: readonly never[] = [];
