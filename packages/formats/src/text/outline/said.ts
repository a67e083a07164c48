import { ANCHOR, type Clause, flatten, plainLines } from "@plenary/document";

/** What a clause says, without its label and without anchors. */
export function said(clause: Clause | undefined): string {
  return clause ? flatten(clause.content).replaceAll(ANCHOR, "") : "";
}

/** What the clauses of a cell say, on one line. */
export function cellText(clauses: readonly Clause[]): string {
  return plainLines(clauses).join(" ");
}

/** How many clauses satisfy a condition. */
export function count(clauses: readonly Clause[], which: (clause: Clause) => boolean): number {
  return clauses.filter(which).length;
}

/** Whether a clause is an item whose label is a bullet, a dash, or a letter with a bracket. */
export function isListed(clause: Clause, as: "bullet" | "dash" | "letter"): boolean {
  if (clause.kind !== "item" || clause.label === null) return false;
  if (as === "bullet") return /^[•‣◦▪]$/.test(clause.label);
  return as === "dash" ? /^[–—-]$/.test(clause.label) : /^\(?\p{L}[\s\u200D]?\)$/u.test(clause.label);
}
