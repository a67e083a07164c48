import type { Database } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import { createSharedPace } from "../store/sharedPace.ts";

/** Ten at once, then one a minute. */
const PACE = { what: "", atOnce: 10, everyMs: 60_000 };

/** Counts attempts to sign in, by the account that they are made on, wherever they come from and on whichever node. */
export interface Attempts {
  /** Whether one more attempt on that e-mail address may be made now; if so, it is counted. */
  allows(email: string): Promise<boolean>;
  /** What has the address start anew, to be stored with the signing in. */
  succeeded(email: string): Statement;
}

/** What attempts work on. */
export interface AttemptsParts {
  readonly db: Database;
  readonly clock: () => Date;
}

/** Attempts in the database, however an address is written. */
export function createAttempts(parts: AttemptsParts): Attempts {
  const pace = createSharedPace({ ...parts, ...PACE });
  const plain = (email: string): string => email.trim().toLowerCase();
  return {
    allows: (email) => pace.allows(plain(email)),
    succeeded: (email) => pace.forgiven(plain(email)),
  };
}
