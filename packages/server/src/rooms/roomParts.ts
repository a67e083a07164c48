import type { Guard } from "../guard/guard.ts";
import type { Guards } from "../guard/guards.ts";
import type { Refusals } from "../guard/refusals.ts";
import type { Hint } from "../hints/hints.ts";
import type { Ledger } from "../ledger/createLedger.ts";
import type { LogLedger } from "../ledger/rebuildLedger.ts";
import type { SpareTime } from "../ledger/live/spareTime.ts";
import type { LogEntry, LogStore, LoggedDoc } from "../store/logStore.ts";
import type * as Y from "yjs";
import type { Journal } from "./journal.ts";
import type { Peer } from "./peer.ts";

/** What a room works on. */
export interface RoomParts {
  readonly name: string;
  readonly logged: LoggedDoc;
  /** The ledger at the end of what is logged; the room leads it on. */
  readonly ledger: Ledger | null;
  /** The ledger as the log gives it now, with the number of its last update; null when there is none. */
  readonly reopenLedger: () => Promise<{ readonly led: LogLedger; readonly head: number } | null>;
  /** When the ledger is led on. */
  readonly spareTime: SpareTime;
  readonly log: Pick<LogStore, "since" | "shared">;
  /** Tells the other nodes. */
  readonly publish: (hint: Hint) => void;
  readonly report: (error: unknown) => void;
  readonly journal: Journal;
  readonly guard: Guard;
  readonly bindings: Pick<Guards, "statements">;
  readonly refusals: Refusals;
  readonly clock: () => Date;
  /** Called once when the room can't go on and has ended: it must be loaded anew. */
  readonly broken: (error: unknown) => void;
  /** Called after every commit of the room's updates. */
  readonly stored: () => void;
}

/** Whose an update is. */
export type Author = Pick<LogEntry, "person" | "group" | "connection">;

/** One open document and who is connected to it. */
export interface Room {
  readonly name: string;
  /** The document with everything applied so far, durable or about to be. Read it; write through {@link Room.write}. */
  readonly doc: Y.Doc;
  /** Who wrote what in it, in the order of the log; null for a room that is no draft's live text. */
  readonly ledger: () => Promise<Ledger | null>;
  /** Adds a connection: asks it for what it has and shows it who is there. */
  connect(peer: Peer): void;
  /** Takes a message of a connection. */
  receive(peer: Peer, message: Uint8Array): void;
  /** Takes a connection away. */
  disconnect(peer: Peer): void;
  /** Makes a change of the server's own at once; resolves when it is durable and relayed. */
  write(author: Author, change: (doc: Y.Doc) => void): Promise<void>;
  /** Up to this number everything in the log is in the document. */
  readonly head: number;
  /** Resolves when the document has all that the log holds now, of whatever process; rejects when that can't be read. */
  pull(): Promise<void>;
  /** Takes what another node says of the room. */
  hear(hint: Hint, node: string): void;
  /** Tells the other nodes who is here and asks them who is there; who listens for threads is led to ask for them anew. */
  meetNodes(): void;
  /** Another node has gone, and who was here through it. */
  nodeGone(node: string): void;
  /** Resolves when everything applied so far is durable, rejects when it can't be. */
  settled(): Promise<void>;
  /**
   * The number of the last durable update and the state at it; null below `from`, while something is not durable, and
   * while the ledger is not that of the log.
   */
  durableState(from: number): Durable | null;
  /** Sends a message to the connections that asked to hear of threads and whose people may. */
  tell(message: Uint8Array, may: (person: Peer["person"]) => boolean): void;
  /** Ends the room: every connection is closed with the code, what is not durable is given up. */
  end(code: number, reason: string): void;
}

/** A document at an update that is durable: its number, the state, and the ledger as JSON where there is one. */
export interface Durable {
  readonly head: number;
  readonly state: Uint8Array;
  readonly ledger: string | undefined;
}
