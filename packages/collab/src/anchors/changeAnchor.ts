import type { AnchoredChange } from "./resolveAnchor.ts";
import type { ThreadAnchor } from "./threadAnchor.ts";

/** How many units of its words an anchor keeps at most. */
const MOST = 20_000;

/** The anchor of a thread on a change of the published text. */
export function changeAnchor({ clause, kind, fromA, toA, deleted, inserted }: AnchoredChange): ThreadAnchor {
  const [before, after] = [deleted.slice(0, MOST), inserted.slice(0, MOST)];
  return { on: "change", clause, kind, from: fromA, to: toA, deleted: before, inserted: after };
}
