import type { Subject } from "./subject.ts";

/** Where something is said; `at` is -1 when it is said more than once. */
interface Place {
  readonly said: string;
  at: number;
}

/**
 * Where each saying of the half-open range of a list stands. The key is made of the length and some
 * characters, so that long texts are not read to their end; what shares a key stands under the next.
 */
export function placesBySaying(list: readonly Subject[], from: number, to: number): Map<number, Place> {
  const out = new Map<number, Place>();
  for (let i = from; i < to; i++) {
    const said = list[i]!.said;
    const known = find(out, said);
    if (known) known.at = -1;
    else out.set(freeKey(out, said), { said, at: i });
  }
  return out;
}

/** The place of a saying; undefined when it is not said. */
export function find(places: ReadonlyMap<number, Place>, said: string): Place | undefined {
  let key = keyOf(said);
  let place = places.get(key);
  while (place && place.said !== said) place = places.get(++key);
  return place;
}

function freeKey(places: ReadonlyMap<number, Place>, said: string): number {
  let key = keyOf(said);
  while (places.has(key)) key++;
  return key;
}

function keyOf(said: string): number {
  let key = said.length;
  const step = Math.max(1, said.length >> 4);
  for (let i = 0; i < said.length; i += step) key = (Math.imul(key, 31) + said.charCodeAt(i)) | 0;
  return key;
}
