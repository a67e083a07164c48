import type { Pair } from "./pairInOrder.ts";
import type { Subject } from "./subject.ts";

/** What a text has once: another title is the title amended, however little is left of its words. */
const roles: ReadonlySet<string> = new Set(["number", "title", "reference", "opening"]);

/** The pairs, sorted by place, with those of clauses that alone have such a role on either side and stand between the same pairs. */
export function withRoles(base: readonly Subject[], current: readonly Subject[], pairs: readonly Pair[]): Pair[] {
  const out = [...pairs];
  const inCurrent = places(current);
  for (const [role, i] of places(base)) {
    const j = inCurrent.get(role);
    if (i < 0 || j === undefined || j < 0) continue;
    const after = out.findIndex(([x, y]) => x >= i || y >= j);
    const next = out[after];
    if (next && (next[0] <= i || next[1] <= j)) continue;
    out.splice(after < 0 ? out.length : after, 0, [i, j]);
  }
  return out;
}

// Where each role stands, -1 when it stands more than once.
function places(list: readonly Subject[]): Map<string, number> {
  const out = new Map<string, number>();
  for (let i = 0; i < list.length; i++) {
    const { kind } = list[i]!;
    if (roles.has(kind)) out.set(kind, out.has(kind) ? -1 : i);
  }
  return out;
}
