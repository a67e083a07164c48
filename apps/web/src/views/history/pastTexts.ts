import type { Clause, Language, Text } from "@plenary/document";

/** Several texts as the server sends them: each clause once, each text as places in that list. */
export interface SentTexts {
  readonly clauses: readonly Clause[];
  readonly texts: readonly (readonly number[])[];
}

/** Makes texts of what the server sends; the same clause is the same object in all of them. */
export type TextReader = (sent: SentTexts) => readonly Text[];

/** A reader of the texts of one draft. */
export function textReader(language: Language): TextReader {
  const known = new Map<string, Clause>();
  const once = (clause: Clause): Clause => {
    const said = JSON.stringify(clause);
    const there = known.get(said);
    if (!there) known.set(said, clause);
    return there ?? clause;
  };
  return ({ clauses, texts }) => {
    const own = clauses.map(once);
    return texts.map((places) => ({ language, clauses: places.map((place) => own[place]!) }));
  };
}

/** How many texts are asked for at once. */
export const TOGETHER = 8;

/** The numbers of the updates whose texts are asked for together with that of `seq`; `seqs` ascend. */
export function chunkOf(seqs: readonly number[], seq: number): readonly number[] {
  const start = Math.floor(Math.max(0, seqs.indexOf(seq)) / TOGETHER) * TOGETHER;
  return seqs.slice(start, start + TOGETHER);
}

/**
 * The ids of the clauses that say something else than in the text before, came, or went. Texts are to come from one
 * {@link TextReader}.
 */
export function freshClauses(before: Text, now: Text): ReadonlySet<string> {
  const was = new Map(before.clauses.map((clause) => [clause.id, clause]));
  const fresh = new Set<string>();
  for (const clause of now.clauses) {
    const old = was.get(clause.id);
    was.delete(clause.id);
    if (old !== clause && (!old || said(old) !== said(clause))) fresh.add(clause.id);
  }
  for (const id of was.keys()) fresh.add(id);
  return fresh;
}

function said({ content, rows, kind }: Clause): string {
  return JSON.stringify([kind, content, rows]);
}
