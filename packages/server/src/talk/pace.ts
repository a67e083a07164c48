import { problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";
import { createSharedPace } from "../store/sharedPace.ts";

/** Twenty at once, then one in two seconds. */
const PACE = { what: "talk of ", atOnce: 20, everyMs: 2000 };

/** How quickly one person may talk, through whichever nodes. */
export interface Pace {
  /** Counts one act of the person; refused with 429 when they come too quickly. */
  take(person: string): Promise<void>;
}

/** Everybody begins rested. */
export function createPace(parts: { readonly db: Database; readonly clock: () => Date }): Pace {
  const pace = createSharedPace({ ...parts, ...PACE });
  return {
    async take(person) {
      if (!(await pace.allows(person))) throw problem("too-many-comments");
    },
  };
}
