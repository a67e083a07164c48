import type { Limits } from "../guard/limits.ts";
import { createTokenBucket } from "../guard/tokenBucket.ts";
import { AWARENESS } from "../rooms/messages.ts";

/** How much one connection may send. */
export interface Allowance {
  /** What to do with a message that comes now: presence beyond the allowance is passed over, anything else refused. */
  of(message: Uint8Array): "take" | "pass over" | "refuse";
}

/** The allowance of a fresh connection. */
export function createAllowance(limits: Pick<Limits, "messages" | "presence" | "bytes">, clock: () => Date): Allowance {
  const messages = createTokenBucket(limits.messages, clock);
  const presence = createTokenBucket(limits.presence, clock);
  const bytes = createTokenBucket(limits.bytes, clock);
  return {
    of(message) {
      if (!bytes.take(message.length)) return "refuse";
      if (message[0] === AWARENESS && presence.take()) return "take";
      if (messages.take()) return message[0] === AWARENESS ? "pass over" : "take";
      return "refuse";
    },
  };
}
