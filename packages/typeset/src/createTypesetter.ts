import { Worker } from "node:worker_threads";
import type { PrintedPage } from "@plenary/formats/pdf";
import type { Order, Outcome } from "./order.ts";

/** Sets PDF files in a thread of its own, so that whoever asks goes on meanwhile. */
export interface Typesetter {
  /**
   * The PDF of a page; the same page gives the same bytes. Pages are set one after the other. Rejects with the reason
   * of `signal` once that is aborted: a page being set is then given up, others go on.
   */
  set(page: PrintedPage, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>>;
  /** Ends the thread; pages still waiting are rejected. */
  close(): Promise<void>;
}

interface Job {
  readonly page: string;
  readonly resolve: (pdf: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: unknown) => void;
}

/** A typesetter; the thread is started with the first page, and does not keep the process alive when idle. */
export function createTypesetter(): Typesetter {
  const waiting: Job[] = [];
  let running: Job | null = null;
  let worker: Worker | null = null;
  let count = 0;
  let closed = false;

  const start = (): Worker => {
    const made = new Worker(new URL("./worker.ts", import.meta.url));
    const lost = (error: unknown): void => {
      if (worker !== made) return;
      worker = null;
      finish((job) => job.reject(error));
    };
    made.on("message", (outcome: Outcome) => {
      if (worker !== made || outcome.id !== count) return;
      finish((job) => ("pdf" in outcome ? job.resolve(outcome.pdf) : job.reject(new Error(outcome.failure))));
    });
    made.on("error", lost);
    made.on("exit", () => lost(new Error("The thread that sets PDF files ended before the file was done.")));
    return made;
  };
  const finish = (settle: (job: Job) => void): void => {
    const done = running;
    running = null;
    worker?.unref();
    if (done) settle(done);
    next();
  };
  const next = (): void => {
    if (running) return;
    running = waiting.shift() ?? null;
    if (!running) return;
    worker ??= start();
    worker.ref();
    const order: Order = { id: ++count, page: running.page };
    worker.postMessage(order);
  };
  const giveUp = (job: Job, reason: unknown): void => {
    const at = waiting.indexOf(job);
    if (at >= 0) {
      waiting.splice(at, 1);
      job.reject(reason);
    } else if (running === job) {
      // What runs in WebAssembly can not be interrupted: the thread ends with it, the next page gets a new one.
      void worker?.terminate();
      worker = null;
      finish(() => job.reject(reason));
    }
  };

  return {
    set(page, signal) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new Error("The typesetter is closed."));
        if (signal?.aborted) return reject(signal.reason);
        const aborted = (): void => giveUp(job, signal?.reason);
        const settled = (): void => signal?.removeEventListener("abort", aborted);
        const job: Job = {
          page: JSON.stringify(page),
          resolve: (pdf) => (settled(), resolve(pdf)),
          reject: (error) => (settled(), reject(error)),
        };
        signal?.addEventListener("abort", aborted);
        waiting.push(job);
        next();
      });
    },
    async close() {
      closed = true;
      const ending = worker;
      worker = null;
      const over = new Error("The typesetter was closed.");
      for (const job of waiting.splice(0)) job.reject(over);
      const last = running;
      running = null;
      last?.reject(over);
      await ending?.terminate();
    },
  };
}
