import { ANCHOR, type Clause, type Content, flatten, printed } from "@plenary/document";
import { labelHunks } from "./labelHunks.ts";
import type { ClauseRedline } from "../redline.ts";
import type { Hunk } from "../words/diffText.ts";

/**
 * A clause as one printed paragraph, label and a tab before the content: `=` and `-` join to what
 * the base prints, `=` and `+` to what the current text prints (see `printed`; footnote anchors
 * are left out). Both entries of a moved clause are printed whole, deleted at the old place and
 * inserted at the new one. Of a split the second paragraph has the label of the new clause inserted, of
 * a merge that of the old one deleted; they join in what one side prints as one. Empty for a table.
 */
export function hunksOf(entry: ClauseRedline): Hunk[] {
  const { base, current, move, segments } = entry;
  if (base?.kind === "table" || current?.kind === "table") return [];
  if (move === "to" || base === null) return whole("+", current);
  if (move === "from" || current === null) return whole("-", base);
  const hunks: Hunk[] = labels(
    entry.joint === "split" ? null : base.label,
    entry.joint === "merge" ? null : current.label,
  );
  for (const { op, content } of segments) hunks.push([op, shown(content)]);
  return joined(hunks);
}

function whole(op: "-" | "+", clause: Clause | null): Hunk[] {
  return clause ? joined([[op, printed(clause)]]) : [];
}

function shown(content: Content): string {
  return flatten(content).replaceAll(ANCHOR, "");
}

function labels(base: string | null, current: string | null): Hunk[] {
  if (base === null || current === null)
    return [
      ["-", base === null ? "" : `${base}\t`],
      ["+", current === null ? "" : `${current}\t`],
    ];
  return [...labelHunks(base, current), ["=", "\t"]];
}

function joined(hunks: readonly Hunk[]): Hunk[] {
  const out: Hunk[] = [];
  for (const [op, said] of hunks) {
    const last = out.at(-1);
    if (said === "") continue;
    if (last?.[0] === op) out[out.length - 1] = [op, last[1] + said];
    else out.push([op, said]);
  }
  return out;
}
