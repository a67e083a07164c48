import type { Clause, ClauseKind } from "../clause.ts";

/** A list that is still open at one level of one track while a text is read from top to bottom. */
export interface Open<L> {
  readonly track: Track;
  readonly level: number;
  readonly region: number;
  readonly list: L;
}

/** Headings, footnotes and everything else are numbered apart from each other. */
export type Track = "heading" | "item" | "footnote";

/** The track a clause is numbered on; null for kinds that are in no list. */
function trackOf(kind: ClauseKind): Track | null {
  if (kind === "item" || kind === "paragraph") return "item";
  return kind === "heading" || kind === "footnote" ? kind : null;
}

/**
 * The lists that are open, the last touched last. A list ends at a clause of an outer level, at a heading of its
 * level or above, and at a clause that opens a new part (a call, a number, an annex…). A region is a stretch of one
 * level that nothing ended.
 */
export class Scope<L> {
  #open: Open<L>[] = [];
  #regions = 0;
  readonly #region = new Map<string, number>();

  /** Ends what this clause ends; gives the lists of its own track and level that stay open, the latest first. */
  enter(clause: Clause): readonly Open<L>[] {
    const track = trackOf(clause.kind);
    if (clause.kind !== "table")
      this.#end((open) => {
        if (track === null) return open.track === "item" || clause.kind !== "call";
        if (track === "heading")
          return open.track === "item" || (open.track === "heading" && open.level > clause.level);
        return open.track === track && open.level > clause.level;
      });
    return this.#open.filter((open) => open.track === track && open.level === clause.level).reverse();
  }

  /** The region of this clause's track and level. */
  region(clause: Clause): number {
    const key = `${trackOf(clause.kind)} ${clause.level}`;
    const region = this.#region.get(key) ?? ++this.#regions;
    this.#region.set(key, region);
    return region;
  }

  /** Makes a list the latest of the clause's track and level; opens it if it is not open. */
  touch(clause: Clause, list: L): void {
    const track = trackOf(clause.kind);
    if (track === null) return;
    this.#open = this.#open.filter((open) => open.list !== list);
    this.#open.push({ track, level: clause.level, region: this.region(clause), list });
  }

  #end(ended: (open: { track: Track; level: number }) => boolean): void {
    this.#open = this.#open.filter((open) => !ended(open));
    for (const key of this.#region.keys()) {
      const [track = "item", level = "0"] = key.split(" ");
      if (ended({ track: track === "heading" || track === "footnote" ? track : "item", level: Number(level) }))
        this.#region.delete(key);
    }
  }
}
