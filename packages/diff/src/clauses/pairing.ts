import { increasing } from "../words/anchored.ts";
import { type Pair, pairInOrder } from "./pairInOrder.ts";
import { pairMoves } from "./pairMoves.ts";
import { withRoles } from "./pairRoles.ts";
import type { Subject } from "./subject.ts";

/** Which clauses are one: those that kept their order, and those that were moved; each sorted by the base. */
export interface Pairing {
  readonly kept: readonly Pair[];
  readonly moved: readonly Pair[];
}

/** Pairs by id alone; `like` says whether two with one id can be one clause. Ids are unique on each side. */
export function pairById<T extends { readonly id: string }>(
  base: readonly T[],
  current: readonly T[],
  like: (one: T, other: T) => boolean,
): Pairing {
  const places = new Map<string, number>();
  current.forEach(({ id }, j) => places.set(id, places.get(id) ?? j));
  const pairs: [number, number][] = [];
  base.forEach((one, i) => {
    const j = places.get(one.id);
    if (j === undefined || !like(one, current[j]!)) return;
    places.delete(one.id);
    pairs.push([i, j]);
  });
  const kept = increasing(pairs);
  if (kept.length === pairs.length) return { kept, moved: [] };
  const still = new Set(kept.map(([i]) => i));
  return { kept, moved: pairs.filter(([i]) => !still.has(i)) };
}

/** Pairs by what is said; moves are looked for when `moves` says so. */
export function pairByLikeness(base: readonly Subject[], current: readonly Subject[], moves: boolean): Pairing {
  const kept = withRoles(base, current, pairInOrder(base, current));
  return { kept, moved: moves ? pairMoves(base, current, kept) : [] };
}
