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
  full: [badMessage, "This draft is as long as a draft can be. Take words out before you add others."],
  size: [tryLater, "This is too much in one message. It will be sent again."],
  rate: [tryLater, "Too much at once. It will be sent again."],
  reader: [tryLater, "The connection is too slow."],
  presence: [badMessage, "This says too much about where you are. Reload the page."],
  version: [badMessage, "Plenary is of another version now. Reload the page."],
  silent: [tryLater, "The connection said nothing."],
  windows: [tryLater, "You have this draft open too often. Close a window."],
  members: [tryLater, "Too many people have this draft open. Come back later."],
} as const satisfies Record<string, readonly [number, string]>;

/** The refusal for a reason. */
export function refusal(reason: RefusalReason): Refusal {
  const [code, words] = refusals[reason];
  return { reason, code, words };
}

/** Thrown where a message is read that is to be refused for the reason. */
export class Refused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(refusal(reason).words);
    this.reason = reason;
  }
}
