import { type TokenBucket, createTokenBucket } from "../guard/tokenBucket.ts";

/** Ten at once, then one a minute. */
const RATE = { burst: 10, perSecond: 1 / 60 };
/** How many addresses are kept; beyond it the oldest is forgotten. */
const MAX_KEPT = 10_000;

/** Counts attempts to sign in, by the account that they are made on, wherever they come from. */
export interface Attempts {
  /** Whether one more attempt on that e-mail address may be made now. */
  allows(email: string): boolean;
  /** An attempt succeeded: it starts anew. */
  succeeded(email: string): void;
}

/** Attempts, in this process. */
export function createAttempts(clock: () => Date): Attempts {
  const buckets = new Map<string, TokenBucket>();
  return {
    allows(email) {
      const key = email.trim().toLowerCase();
      const bucket = buckets.get(key) ?? createTokenBucket(RATE, clock);
      buckets.delete(key);
      buckets.set(key, bucket);
      for (const oldest of buckets.keys()) {
        if (buckets.size <= MAX_KEPT) break;
        buckets.delete(oldest);
      }
      return bucket.take();
    },
    succeeded: (email) => void buckets.delete(email.trim().toLowerCase()),
  };
}
