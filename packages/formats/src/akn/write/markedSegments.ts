import type { ClauseRedline, Redline, Segment } from "@plenary/diff";
import { type Clause, flatten, slice } from "@plenary/document";
import { jointSegments } from "./jointSegments.ts";

/** Gives what a clause of the amended text says as segments against the base. */
export type MarkedSegments = (clause: Clause) => readonly Segment[];

/**
 * The segments of the redline for the clauses of the text that accepting all of it gives. Kept and inserted words are
 * the clause's own, so that they join to its content whatever ids its footnotes have there.
 */
export function markedSegments(redline: Redline): MarkedSegments {
  const entries = new Map<string, ClauseRedline>();
  const add = (entry: ClauseRedline): void => {
    if (entry.current && entry.move !== "from" && !entry.joint) entries.set(entry.base?.id ?? entry.current.id, entry);
    for (const row of entry.rows) for (const cell of row.cells) cell.clauses.forEach(add);
  };
  redline.clauses.forEach(add);
  const joints = jointSegments(redline.clauses);
  return (clause) => {
    const entry = entries.get(clause.id);
    const segments = joints.get(clause.id) ?? entry?.segments ?? [];
    const said = flatten(clause.content);
    const kept = segments.filter(({ op }) => op !== "-");
    if (kept.map(({ content }) => flatten(content)).join("") !== said)
      return [
        ...(entry?.base ? [{ op: "-" as const, content: entry.base.content }] : []),
        { op: "+", content: clause.content },
      ];
    let at = 0;
    return segments.map(({ op, content }) => {
      if (op === "-") return { op, content };
      const from = at;
      at += flatten(content).length;
      return { op, content: slice(clause.content, from, at) };
    });
  };
}
