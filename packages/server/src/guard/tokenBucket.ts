/** Lets so many things through: a burst at once, after that so many a second. */
export interface TokenBucket {
  /** Whether one more may pass now; it is counted if so. */
  take(): boolean;
}

/** A full bucket. */
export function createTokenBucket(
  { perSecond, burst }: { readonly perSecond: number; readonly burst: number },
  clock: () => Date,
): TokenBucket {
  let tokens = burst;
  let last = clock().getTime();
  return {
    take() {
      const now = clock().getTime();
      // A clock that is set back gives nothing.
      tokens = Math.min(burst, tokens + (Math.max(0, now - last) * perSecond) / 1000);
      last = now;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
