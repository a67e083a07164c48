import type { ClauseRedline, Redline } from "@plenary/diff";
import type { Clause } from "@plenary/document";

/** The footnotes of both texts of a redline by one number each, from 1; a footnote of both has one. */
export interface NoteNumbers {
  ofEntry(entry: ClauseRedline): number | null;
  /** The number of the footnote that an anchor names on one side; null when that text has none of that id. */
  ofAnchor(side: "base" | "current", footnote: string): number | null;
}

/** Numbers the footnotes of a redline in the order of its entries, whatever their ids and labels hold. */
export function noteNumbers(redline: Redline): NoteNumbers {
  const clauses = new Map<Clause, number>();
  const bases = new Map<string, number>();
  const currents = new Map<string, number>();
  let count = 0;
  const isNote = (clause: Clause | null): clause is Clause => clause?.kind === "footnote";
  // The ghost of a moved footnote has the number of the footnote itself.
  const entries = redline.clauses.filter(({ move }) => move !== "from");
  for (const { base, current } of entries) {
    if (!isNote(base) && !isNote(current)) continue;
    const both = isNote(base) && isNote(current);
    const number = (base && clauses.get(base)) ?? (current && clauses.get(current)) ?? ++count;
    if (isNote(base)) {
      clauses.set(base, number);
      bases.set(base.id, number);
    }
    if (isNote(current)) {
      const own = both ? number : isNote(base) ? ++count : number;
      clauses.set(current, own);
      currents.set(current.id, own);
    }
  }
  return {
    ofEntry: ({ base, current }) => (current && clauses.get(current)) ?? (base && clauses.get(base)) ?? null,
    ofAnchor: (side, footnote) => (side === "base" ? bases : currents).get(footnote) ?? null,
  };
}
