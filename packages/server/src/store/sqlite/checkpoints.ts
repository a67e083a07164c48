import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** After how many transactions what they wrote is carried over into the database file; SQLite itself would after some 300. */
const EVERY = 250;

/** Carries what is committed over from the write-ahead log into the database file. */
export interface Checkpoints {
  /** A transaction more is committed. */
  committed(): void;
  /** Ends the thread; nothing is committed any more. */
  close(): Promise<void>;
}

/**
 * Checkpoints in a thread of their own, which a commit never waits for: they sync both files, and the thread that
 * commits is idle or goes on meanwhile. The thread starts when it is first needed; `failed` is called when it breaks.
 */
export function createCheckpoints(path: string, failed: (error: unknown) => void): Checkpoints {
  let worker: Worker | null = null;
  let since = 0;

  function start(): Worker {
    const started = new Worker(new URL("./checkpointWorker.ts", import.meta.url), { workerData: path });
    started.on("error", failed);
    return started;
  }

  return {
    committed() {
      since += 1;
      if (since < EVERY) return;
      since = 0;
      worker ??= start();
      worker.postMessage("carry over");
    },
    async close() {
      if (!worker || worker.threadId === -1) return;
      const exited = once(worker, "exit");
      worker.postMessage("close");
      await exited;
    },
  };
}
