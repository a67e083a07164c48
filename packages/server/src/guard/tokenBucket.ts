import type { Rate } from "./limits.ts";

/** Lets so many things through: a burst at once, after that so many a second. */
export interface TokenBucket {
  /** Whether so many more, one unless said, may pass now; they are counted if so. */
  take(count?: number): boolean;
}

/** A full bucket. */
export function createTokenBucket({ perSecond, burst }: Rate, clock: () => Date): TokenBucket {
  let tokens = burst;
  let last = clock().getTime();

  return {
    take(count = 1) {
      const now = clock().getTime();
      // A clock that is set back gives nothing.
      tokens = Math.min(burst, tokens + (Math.max(0, now - last) * perSecond) / 1000);
      last = now;
      if (tokens < count) return false;
      tokens -= count;
      return true;
    },
  };
}
