import type { Limits } from "../guard/limits.ts";
import type { RefusalReason } from "../guard/refusal.ts";
import { type TokenBucket, createTokenBucket } from "../guard/tokenBucket.ts";

/** The connections that are open now, counted by room, by person in a room and by address. */
export interface Crowd {
  /** Whether the address may have one connection more. */
  mayTry(address: string): boolean;
  /** Counts an attempt from the address that is turned away; whether it may still be told why. */
  mayBeTold(address: string): boolean;
  /** Counts a connection in; the answer counts it out again, or says why there is no place for it. */
  enter(place: { readonly room: string; readonly person: string; readonly address: string }): Entrance;
}

/** A way out for who came in, or why not. */
export type Entrance = { readonly refused: RefusalReason } | { readonly refused: null; readonly leave: () => void };

/** So many addresses that were turned away are remembered; after that all are forgotten. */
const MANY_ADDRESSES = 10_000;

/** An empty crowd. */
export function createCrowd(
  limits: Pick<Limits, "windows" | "members" | "perAddress" | "failures">,
  clock: () => Date,
): Crowd {
  const [rooms, windows, addresses] = [createCounts(), createCounts(), createCounts()];
  const failures = new Map<string, TokenBucket>();

  return {
    mayTry: (address) => addresses.of(address) < limits.perAddress,
    mayBeTold(address) {
      if (failures.size >= MANY_ADDRESSES) failures.clear();
      let bucket = failures.get(address);
      if (!bucket) failures.set(address, (bucket = createTokenBucket(limits.failures, clock)));
      return bucket.take();
    },
    enter({ room, person, address }) {
      const window = JSON.stringify([room, person]);
      if (windows.of(window) >= limits.windows) return { refused: "windows" };
      if (rooms.of(room) >= limits.members) return { refused: "members" };
      const leaving = [rooms.add(room), windows.add(window), addresses.add(address)];
      return { refused: null, leave: () => leaving.forEach((leave) => leave()) };
    },
  };
}

interface Counts {
  of(key: string): number;
  /** Counts one more; the answer takes it away, once. */
  add(key: string): () => void;
}

function createCounts(): Counts {
  const counts = new Map<string, number>();
  return {
    of: (key) => counts.get(key) ?? 0,
    add(key) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
      let here = true;
      return () => {
        if (!here) return;
        here = false;
        const left = (counts.get(key) ?? 1) - 1;
        if (left > 0) counts.set(key, left);
        else counts.delete(key);
      };
    },
  };
}
