import { type Clause, type Text, concat, content, flatten, relabel, slice } from "@plenary/document";

/** What a group of the sample conference does to a text. */
export interface Amendment {
  /** Words replaced: clause, the base's words, the group's words. */
  readonly rewordings: readonly (readonly [clause: string, from: string, to: string])[];
  readonly suppressed: readonly string[];
  /** Clauses added behind a clause of the base. */
  readonly added: Readonly<Record<string, readonly Clause[]>>;
}

/** The text as the group has it. Throws when a clause does not say what is to be replaced. */
export function amendedText(base: Text, { rewordings, suppressed, added }: Amendment): Text {
  const reworded = (clause: Clause): Clause =>
    rewordings.reduce((one, [id, from, to]) => (id === clause.id ? replaced(one, from, to) : one), clause);
  const clauses = base.clauses
    .filter((clause) => !suppressed.includes(clause.id))
    .flatMap((clause) => [reworded(clause), ...(added[clause.id] ?? [])]);
  return { ...base, clauses: relabel(base, clauses) };
}

function replaced(clause: Clause, from: string, to: string): Clause {
  const flat = flatten(clause.content);
  const at = flat.indexOf(from);
  if (at === -1) throw new Error(`the sample clause ${clause.id} does not say "${from}"`);
  const before = slice(clause.content, 0, at);
  const after = slice(clause.content, at + from.length, flat.length);
  return { ...clause, content: concat(before, content(to), after) };
}
