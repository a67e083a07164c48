import { closeCodes } from "@plenary/collab";

/** Why a message is refused, as it is counted. */
export type RefusalReason = keyof typeof refusals;

/** With what code the connection is closed, and what its owner is told. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly code: number;
  readonly words: string;
}

const { badMessage, noAccess, tryLater } = closeCodes;

/** What connecting again mends is closed with "try later": the client then sends its whole difference at once. */
const refusals = {
  role: [noAccess, "You may read this draft, not write in it."],
  client: [noAccess, "This would write under the name of somebody else. Reload the page."],
  malformed: [badMessage, "The server can't read this message. Reload the page."],
  unknown: [badMessage, "The server does not understand this message. Reload the page."],
  structs: [badMessage, "This is too much at once. Reload the page."],
  clients: [tryLater, "Too many windows have written in this draft. Close some and come back later."],
  schema: [badMessage, "This is nothing that a draft can hold. Reload the page."],
  "base id": [badMessage, "A clause of the published text keeps its id. Reload the page."],
  "base clause": [badMessage, "A clause of the published text can be suppressed, not removed. Reload the page."],
  deletion: [badMessage, "The update deletes what is not yet known."],
  gap: [tryLater, "The update leaves a gap."],
  size: [tryLater, "This is too much in one message. It will be sent again."],
  rate: [tryLater, "Too much at once. It will be sent again."],
  reader: [tryLater, "The connection is too slow."],
} as const satisfies Record<string, readonly [number, string]>;

/** The refusal for a reason. */
export function refusal(reason: RefusalReason): Refusal {
  const [code, words] = refusals[reason];
  return { reason, code, words };
}
