import { type Redline, changesIn } from "@plenary/diff";
import { type Clause, flatten } from "@plenary/document";

/** A line of the outline: a title, heading or call, with how many changes stand in it and below it up to the next line. */
export interface OutlineLine {
  readonly id: string;
  readonly words: string;
  readonly call: boolean;
  readonly level: number;
  readonly changes: number;
}

const heads = new Set<Clause["kind"]>(["number", "title", "heading", "call", "annexNumber", "annexTitle", "reasons"]);

/** The outline of the current text; changes of labels alone are not counted. */
export function outlineOf(redline: Redline): readonly OutlineLine[] {
  const lines: OutlineLine[] = [];
  for (const entry of redline.clauses) {
    const { current, base, joint } = entry;
    const clause = current ?? base;
    if (!clause) continue;
    const counted = changesIn(entry).filter(({ kind }) => kind !== "label").length;
    const last = lines.at(-1);
    if (current && joint !== "merge" && heads.has(clause.kind)) {
      const said = flatten(clause.content).replaceAll(/[\u2028\uFFFC\s]+/g, " ");
      const words = clause.label === null ? said : `${clause.label} ${said}`;
      lines.push({
        id: clause.id,
        words: words.trim(),
        call: clause.kind === "call",
        level: clause.level,
        changes: counted,
      });
    } else if (last) lines[lines.length - 1] = { ...last, changes: last.changes + counted };
  }
  return lines.filter(({ words }) => words !== "");
}
