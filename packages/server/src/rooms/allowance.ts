import { createTokenBucket } from "../guard/tokenBucket.ts";
import { AWARENESS } from "./messages.ts";

const MESSAGES = { perSecond: 60, burst: 300 };
const PRESENCE = { perSecond: 20, burst: 100 };

/** How much one connection may send. */
export interface Allowance {
  /** What to do with a message that comes now: presence beyond the allowance is passed over, anything else refused. */
  of(message: Uint8Array): "take" | "pass over" | "refuse";
}

/** The allowance of a fresh connection. */
export function createAllowance(clock: () => Date): Allowance {
  const messages = createTokenBucket(MESSAGES, clock);
  const presence = createTokenBucket(PRESENCE, clock);
  return {
    of(message) {
      if (message[0] === AWARENESS && presence.take()) return "take";
      if (messages.take()) return message[0] === AWARENESS ? "pass over" : "take";
      return "refuse";
    },
  };
}
