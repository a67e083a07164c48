import type { Hints } from "../hints/hints.ts";
import type { Database } from "./database.ts";
import type { LogStore, Statement } from "./logStore.ts";

/** Where everything is kept: the documents' log, and all other tables. */
export interface Store {
  readonly log: LogStore;
  readonly db: Database;
  /** Word between the processes that use the store. */
  readonly hints: Hints;
  /** Runs the statements in one transaction; resolves when it is durable. One that is demanded and gives no row undoes them all. */
  commit(statements: readonly Statement[]): Promise<void>;
  /** Closes the store after what has been asked of it. */
  close(): Promise<void>;
}
