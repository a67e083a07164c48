import { type TokenBucket, createTokenBucket } from "../guard/tokenBucket.ts";
import { problem } from "../http/problem.ts";

const PACE = { perSecond: 0.5, burst: 20 };

/** How quickly one person may talk. */
export interface Pace {
  /** Counts one act of the person; refused with 429 when they come too quickly. */
  take(person: string): void;
}

/** Everybody begins rested. */
export function createPace(clock: () => Date): Pace {
  const buckets = new Map<string, TokenBucket>();
  return {
    take(person) {
      let bucket = buckets.get(person);
      if (!bucket) buckets.set(person, (bucket = createTokenBucket(PACE, clock)));
      if (!bucket.take()) throw problem("too-many-comments");
    },
  };
}
