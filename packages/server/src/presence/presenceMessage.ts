import { isCaret } from "@plenary/collab";
import * as encoding from "lib0/encoding";
import { AWARENESS } from "../rooms/messages.ts";
import type { Peer } from "../rooms/peer.ts";

/** What is told of one client: its clock, and what it shows as JSON, "null" when it has gone. */
export interface Told {
  readonly clock: number;
  readonly state: string;
}

/** What is told of a client that nobody knows any more. */
export const gone: Told = { clock: 0, state: "null" };

/** An awareness message of entries that are written already. */
export function presenceMessage(told: readonly Uint8Array[]): Uint8Array {
  const count = encoding.encode((encoder) => encoding.writeVarUint(encoder, told.length));
  const head = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, AWARENESS);
    encoding.writeVarUint(
      encoder,
      told.reduce((sum, { length }) => sum + length, count.length),
    );
  });
  // In a crowd these are long: each byte is copied once.
  return Buffer.concat([head, count, ...told]);
}

/** A client's entry in an awareness message. */
export function entryBytes(client: number, { clock, state }: Told): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, state);
  });
}

/** Whether screens follow who shows this, as stamped. */
export function leads(state: string): boolean {
  const { user }: { user?: Partial<Peer["person"]> } = JSON.parse(state) ?? {};
  return user?.role === "chair" || user?.role === "secretariat";
}

/**
 * The state with the identity that the server knows, whatever the client says it is, and without a caret that is none.
 * Throws when it is not JSON.
 */
export function stamped(state: string, { person, color }: Peer): string {
  const value: unknown = JSON.parse(state);
  if (value === null || typeof value !== "object") return "null";
  const { cursor, ...rest }: { readonly cursor?: unknown } = value;
  const { id, name, group, role } = person;
  const caret = isCaret(cursor) ? { cursor } : {};
  return JSON.stringify({ ...rest, ...caret, user: { id, name, group, role, color } });
}
