import { flatten } from "@plenary/document";
import type { Origin } from "./sideText.ts";

/** The place in a clause's content of a place in its paragraph's; what is in its label is at the content's beginning. */
export function contentOffset({ clause, cuts, label }: Origin, at: number): number {
  const cut = cuts.reduce((units, { from, to }) => units + Math.max(0, Math.min(at, to) - from), 0);
  return Math.min(Math.max(at - cut - label, 0), flatten(clause.content).length);
}
