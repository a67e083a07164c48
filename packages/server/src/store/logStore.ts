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

/** A statement to be run in the same transaction as an append. */
export type Statement = Pick<Compilable, "compile">;

/**
 * The append-only log of every document; the log is the truth, snapshots are a cache of it. Updates of a document are
 * numbered from 1 without holes.
 */
export interface LogStore {
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
  /** Keeps the document's state after its update number `upto`, and its ledger as JSON, so that loading is quick. */
  snapshot(doc: string, upto: number, state: Uint8Array, ledger?: string): Promise<void>;
}
