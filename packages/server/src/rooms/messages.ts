import { CROWD, SAVED, TALK } from "@plenary/collab";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** The y-websocket protocol: what the first number of a message says. Messages 102 (SAVED), 103 (TALK) and 104 (CROWD) are Plenary's own. */
const SYNC = 0;
export const AWARENESS = 1;
const AUTH = 2;
const QUERY_AWARENESS = 3;

/** How many bytes a question may have that is answered with itself. */
const MAX_ECHO = 32;

/** The kinds of a sync message: a state vector, the answer to one, an update. */
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** "Tell me what I miss of this state vector." */
export function syncStep1(stateVector: Uint8Array): Uint8Array {
  return sync(STEP_1, stateVector);
}

/** "This is what you miss." */
export function syncStep2(update: Uint8Array): Uint8Array {
  return sync(STEP_2, update);
}

/** "This has changed." */
export function syncUpdate(update: Uint8Array): Uint8Array {
  return sync(UPDATE, update);
}

function sync(kind: number, data: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, SYNC);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, data);
  });
}

/** "You may not, because": the stock client writes the reason to its console. */
export function denied(reason: string): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AUTH);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, reason);
  });
}

/** A message of a client, read as far as the room must know it. An `answer` is an update that was asked for. */
export type ClientMessage =
  | { readonly type: "question"; readonly stateVector: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array; readonly answer: boolean }
  | { readonly type: "presence"; readonly entries: Uint8Array }
  | { readonly type: "presence?" }
  | { readonly type: "saved?" }
  | { readonly type: "talk?" }
  | { readonly type: "unknown" };

/** "This thread is now so." */
export function talk(thread: object): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, TALK);
    encoding.writeVarString(encoder, JSON.stringify(thread));
  });
}

/** "So many people are here": more than are shown; 0 when all are. */
export function crowd(people: number): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, CROWD);
    encoding.writeVarUint(encoder, people);
  });
}

/** Reads a message; throws when its bytes end too early. */
export function readMessage(data: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(data);
  switch (decoding.readVarUint(decoder)) {
    case SYNC:
      return readSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    case AWARENESS:
      return { type: "presence", entries: decoding.readVarUint8Array(decoder) };
    case QUERY_AWARENESS:
      return { type: "presence?" };
    case SAVED:
      return { type: data.length <= MAX_ECHO ? "saved?" : "unknown" };
    case TALK:
      return { type: data.length <= MAX_ECHO ? "talk?" : "unknown" };
    default:
      return { type: "unknown" };
  }
}

function readSync(kind: number, data: Uint8Array): ClientMessage {
  if (kind === STEP_1) return { type: "question", stateVector: data };
  if (kind === STEP_2 || kind === UPDATE) return { type: "update", update: data, answer: kind === STEP_2 };
  return { type: "unknown" };
}
