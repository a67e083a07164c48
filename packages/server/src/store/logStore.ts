import type { Compilable } from "kysely";

/** An accepted update of a room's document, as it is to be logged. `at` is milliseconds since 1970. */
export interface LogEntry {
  readonly doc: string;
  readonly person: string;
  readonly group: string;
  readonly connection: string;
  readonly at: number;
  readonly data: Uint8Array;
}

/** An update as it was logged: what it is, whose and when. */
export type LoggedUpdate = Pick<LogEntry, "person" | "group" | "at" | "data">;

/** An update with its number, and the connection that it came by. */
export interface NumberedUpdate extends LoggedUpdate {
  readonly seq: number;
  readonly connection: string;
}

/**
 * What a document is made of: its last snapshot, if any, with the ledger that was kept with it, and the updates after it,
 * up to the number `head`.
 */
export interface LoggedDoc {
  readonly snapshot: Uint8Array | null;
  readonly ledger: string | null;
  readonly updates: readonly LoggedUpdate[];
  readonly head: number;
}

/** A statement to be run in one transaction with others. */
export interface Statement extends Pick<Compilable, "compile"> {
  /** Set by `demand`: what the store's commit rejects with when the statement gives no row. */
  readonly otherwise?: Error;
}

/**
 * The append-only log of every document; the log is the truth, snapshots are a cache of it. Updates of a document are
 * numbered from 1 without holes.
 */
export interface LogStore {
  /** Whether other processes append to it too. */
  readonly shared: boolean;
  /** How many appends are worth running at once; with one, everything that waits is appended together. */
  readonly lanes: number;
  /** The document's content; null when there is no such document. Throws when the log has a hole. */
  load(doc: string): Promise<LoggedDoc | null>;
  /**
   * Runs the statements and then appends the entries, all in one transaction; resolves when that is durable, with the
   * numbers that the entries got. Rejects when anything fails, and then nothing of it is stored. A document exists from
   * the statement on that inserts its row with head 0.
   */
  append(entries: readonly LogEntry[], alongside?: readonly Statement[]): Promise<number[]>;
  /** Every update of the document from the first on; empty when there is no such document. Throws when the log has a hole. */
  history(doc: string): Promise<LoggedUpdate[]>;
  /** The updates of a document after that number, in order, without holes; none for an unknown document. */
  since(doc: string, after: number): Promise<NumberedUpdate[]>;
  /** The number of the last update of each of the documents; those that are unknown are left out. */
  heads(docs: readonly string[]): Promise<Map<string, number>>;
  /**
   * Does the work while nobody else does any under the same key, in this process or another. Works wait for one
   * another; what a work commits is seen by the next.
   */
  exclusively<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Keeps the document's state after its update number `upto`, and its ledger as JSON, so that loading is quick. */
  snapshot(doc: string, upto: number, state: Uint8Array, ledger?: string): Promise<void>;
}
