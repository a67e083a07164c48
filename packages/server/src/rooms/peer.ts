import type { Person } from "../conference/people.ts";

/** One connection to a room, with what the server knows of who is behind it. */
export interface Peer {
  readonly id: string;
  readonly person: Person;
  /** The colour that the person's caret has. */
  readonly color: string;
  readonly mayWrite: boolean;
  /** Sends a message; one to a closed connection goes nowhere. */
  send(message: Uint8Array): void;
  /** Closes the connection with a code of the protocol and the reason in words. */
  close(code: number, reason: string): void;
}
