import type { Segment } from "@plenary/diff";
import { type Clause, type Mark, run } from "@plenary/document";

/** What a label is printed by. */
type Labelled = Pick<Clause, "kind" | "level" | "label">;

/**
 * What is printed before a clause's content, as segments: the label and a tab, nothing when there is no label. Signs
 * that both labels end with are kept, so that b) instead of a) changes one letter. `base` or `current` is null where
 * the clause is not there.
 */
export function labelSegments(base: Labelled | null, current: Labelled | null): Segment[] {
  const old = base?.label ?? null;
  const now = current?.label ?? null;
  if (old !== null && now !== null && base && current) {
    const end = sharedEnd(old, now);
    const said = (op: Segment["op"], text: string, clause: Labelled): Segment[] =>
      text === "" ? [] : [{ op, content: [run(text, ...labelMarks(clause))] }];
    return [
      ...said("-", old.slice(0, old.length - end), base),
      ...said("+", now.slice(0, now.length - end), current),
      ...said("=", now.slice(now.length - end), current),
      { op: "=", content: [run("\t")] },
    ];
  }
  const whole = (op: Segment["op"], label: string, clause: Labelled): Segment => ({
    op,
    content: [run(label, ...labelMarks(clause)), run("\t")],
  });
  return [
    ...(base && old !== null ? [whole("-", old, base)] : []),
    ...(current && now !== null ? [whole("+", now, current)] : []),
  ];
}

/** How many characters at the end of both labels are the same: all of them, or the signs after the letter or number. */
function sharedEnd(old: string, now: string): number {
  if (old === now) return now.length;
  const signs = /[^\p{L}\p{N}]*$/u.exec(now)?.[0] ?? "";
  return old.endsWith(signs) ? signs.length : 0;
}

/** Letters of recitals are italic, as in adopted resolutions; the labels of fields and reasons are bold. */
function labelMarks(clause: Labelled): readonly Mark[] {
  if (clause.kind === "item" && clause.level < 1 && /^\p{Script=Latin}{1,2}\)$/u.test(clause.label ?? ""))
    return ["italic"];
  return clause.kind === "field" || clause.kind === "reasons" || clause.kind === "proposal" ? ["bold"] : [];
}
