import type { Text } from "@plenary/document";
import type { Change } from "../redline.ts";

/** How `merge` treats what does not contradict itself but has no order of its own. */
export interface MergeOptions {
  /**
   * What becomes of different insertions at one point of the base, words or clauses: "stack", the
   * default, keeps all of them, ordered by what they say; "collide" leaves the choice to people.
   */
  readonly insertions?: "stack" | "collide";
  /** How labels follow the merged structure; see `relabel`. */
  readonly labels?: "renumber" | "keep";
}

/**
 * A change that one or several amendments make to the base. Range A is that of the base; there is
 * no range B, as each owner has its own. `id` is unique in the merged result.
 */
export interface MergedChange extends Omit<Change, "fromB" | "toB"> {
  /** Indexes of the amendments that make it, ascending. */
  readonly owners: readonly number[];
  /** The change in the redline of each owner, in the order of `owners`. */
  readonly sources: readonly Change[];
}

/** What some amendments do where they collide with others: all of it or none. */
export interface Alternative {
  /** Indexes of the amendments that do exactly this, ascending. */
  readonly owners: readonly number[];
  readonly changes: readonly MergedChange[];
}

/** Changes of different amendments of which not all can stand; at least two alternatives. */
export interface Collision {
  readonly alternatives: readonly Alternative[];
}

/** Several amendments to one base, side by side and merged where they do not collide. */
export interface Merged {
  /** The base with `changes` applied; where amendments collide the base's words are left. */
  readonly text: Text;
  /**
   * Every change that does not collide, in the order of the base. A label that follows from an
   * owner's structure is listed as that owner has it; in `text` labels follow the merged structure.
   */
  readonly changes: readonly MergedChange[];
  /** In the order of the base. */
  readonly collisions: readonly Collision[];
}
