import { parentPort } from "node:worker_threads";
import { type Engine, createEngine } from "./engine.ts";
import type { Order, Outcome } from "./order.ts";

const port = parentPort;
if (!port) throw new Error("worker.ts runs in a worker thread alone.");

let engine: Engine | null = null;

// Orders come one at a time: the next is given when the last is answered.
port.on("message", (order: Order) => void carryOut(order));

async function carryOut({ id, page }: Order): Promise<void> {
  try {
    engine ??= await createEngine();
    const pdf = new Uint8Array(await engine.set(page));
    const outcome: Outcome = { id, pdf };
    parentPort?.postMessage(outcome, [pdf.buffer]);
  } catch (error) {
    const outcome: Outcome = { id, failure: error instanceof Error ? error.message : String(error) };
    parentPort?.postMessage(outcome);
  }
}
