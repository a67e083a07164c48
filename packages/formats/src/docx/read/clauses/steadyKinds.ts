import type { Clause, ClauseKind, Text } from "@plenary/document";

const parts: ReadonlySet<ClauseKind> = new Set(["heading", "number", "title", "annexNumber", "annexTitle"]);
const byWords: ReadonlySet<ClauseKind> = new Set(["number", "opening", "call", "reasons", "item", "paragraph"]);

/** The clauses with numbered paragraphs (`1.1`) under a call as its items, as they are read from plain text too. */
export function itemsUnderCalls(clauses: readonly Clause[]): readonly Clause[] {
  let under = false;
  return clauses.map((clause) => {
    if (clause.kind === "call") under = true;
    else if (parts.has(clause.kind)) under = false;
    return under && clause.kind === "paragraph" && clause.label !== null ? { ...clause, kind: "item" } : clause;
  });
}

/**
 * The current text with what a clause is taken from its base clause where only the words say what it is: so no edit of
 * words, and no change of the clauses around, makes another kind of it. `styled` is whether the file's styles say it.
 */
export function steadyKinds(base: Text, current: Text, styled: boolean): Text {
  const before = new Map(base.clauses.map((clause) => [clause.id, clause] as const));
  const clauses = current.clauses.map((clause) => {
    const was = before.get(clause.id);
    if (!was || was.kind === clause.kind || was.label !== clause.label) return clause;
    const saidByList = isListed(was.kind) && isListed(clause.kind);
    const saidByWords = !styled && byWords.has(was.kind) && byWords.has(clause.kind);
    return saidByList || saidByWords ? { ...clause, kind: was.kind } : clause;
  });
  return { ...current, clauses };
}

function isListed(kind: ClauseKind): boolean {
  return kind === "item" || kind === "paragraph";
}
