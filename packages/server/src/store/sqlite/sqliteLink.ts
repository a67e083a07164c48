import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { createCheckpoints } from "./checkpoints.ts";

/** A row as the database gives it. */
export type Row = Record<string, unknown>;

/** A statement ready to run. Parameters are strings, numbers, null or bytes. */
export interface Sql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  /** Whether a statement that gives no row undoes the transaction. */
  readonly demanded?: boolean;
}

/** Statements that make one transaction. */
export interface LinkRequest {
  readonly id: number;
  readonly statements: readonly Sql[];
}

/** The rows of each statement, or why the transaction was undone: by a failure, or by the place of a demand that was not met. */
export type LinkAnswer =
  | { readonly id: number; readonly results: Row[][] }
  | { readonly id: number; readonly error: string; readonly unmet: number | null };

/** A demanded statement gave no row; `place` is which. */
export class UnmetDemand extends Error {
  readonly place: number;

  constructor(place: number) {
    super(`Statement ${place} gave no row.`);
    this.place = place;
  }
}

/** The way to the thread that owns the database file. */
export interface SqliteLink {
  /** Runs the statements in one transaction, in the order of the calls; resolves with the rows of each when it is durable. */
  run(statements: readonly Sql[]): Promise<Row[][]>;
  /** Runs what has been asked for, then closes the file. */
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (results: Row[][]) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread on a database file, which is made when it is not there. A file that can't be opened rejects the first run. */
export function openSqliteLink(path: string): SqliteLink {
  const worker = new Worker(new URL("./sqliteWorker.ts", import.meta.url), { workerData: path });
  const waiting = new Map<number, Waiting>();
  let broken: Error | null = null;
  let last = 0;
  const checkpoints = createCheckpoints(path, stopped);

  worker.on("message", (answer: LinkAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    checkpoints.committed();
    if ("results" in answer) asked?.resolve(answer.results);
    else if (answer.unmet !== null) asked?.reject(new UnmetDemand(answer.unmet));
    else asked?.reject(new Error(`The database refused: ${answer.error}`));
  });
  worker.on("error", stopped);
  worker.on("exit", () => fail(new Error(`The database ${path} is closed.`)));

  function stopped(error: unknown): void {
    fail(new Error(`The database ${path} stopped: ${error instanceof Error ? error.message : String(error)}`));
  }

  function fail(error: Error): void {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  }

  return {
    run(statements) {
      if (broken) return Promise.reject(broken);
      const { promise, resolve, reject } = Promise.withResolvers<Row[][]>();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, statements } satisfies LinkRequest);
      return promise;
    },
    async close() {
      await checkpoints.close();
      if (broken) return;
      const exited = once(worker, "exit");
      worker.postMessage("close");
      await exited;
    },
  };
}
