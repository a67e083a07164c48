import type { Decoration } from "@tiptap/pm/view";

/** What has to go and to come. */
export interface Other {
  readonly stale: readonly Decoration[];
  readonly fresh: readonly Decoration[];
}

/**
 * What makes the decorations of a block that begins at `pos` into fresh ones. Those that an edit moved along are mostly
 * as they would be drawn, and to take a block's own out of a set is to search through those of all blocks.
 */
export function otherThan(pos: number, stale: readonly Decoration[], fresh: readonly Decoration[]): Other {
  const [before, now] = [stale.map(described), fresh.map(described)];
  const kept = new Set(before.filter((one) => now.includes(one)));
  if (kept.size === before.length && kept.size === now.length) return { stale: [], fresh: [] };
  // Struck words at one place stand in the order in which they came into the set: all are drawn anew, or none.
  const stays = (one: Decoration): boolean => one.from === pos && kept.has(described(one));
  return { stale: stale.filter((one) => !stays(one)), fresh: fresh.filter((one) => !stays(one)) };
}

/** All that a decoration shows, and where: a widget's specification has a key that says what it draws. */
export function described({
  from,
  to,
  spec,
  type,
}: Decoration & { readonly type?: { readonly attrs?: unknown } }): string {
  return JSON.stringify([from, to, spec, type?.attrs]);
}
