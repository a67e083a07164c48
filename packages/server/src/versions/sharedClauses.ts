import type { Clause, Text } from "@plenary/document";

/** Texts that have most clauses in common: each clause once, and each text as places in that list. */
export interface SharedClauses {
  readonly clauses: readonly Clause[];
  /** In the order of the texts given. */
  readonly texts: readonly (readonly number[])[];
}

/** Writes texts so that what they share is there once. */
export function shareClauses(texts: readonly Text[]): SharedClauses {
  const places = new Map<string, number>();
  const clauses: Clause[] = [];
  const place = (clause: Clause): number => {
    const said = JSON.stringify(clause);
    const known = places.get(said);
    if (known !== undefined) return known;
    places.set(said, clauses.length);
    return clauses.push(clause) - 1;
  };
  return { texts: texts.map((text) => text.clauses.map(place)), clauses };
}
