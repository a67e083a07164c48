import { setImmediate } from "node:timers/promises";

/** Loaded before a server that is started with `--expose-gc`: whoever started it asks how much it holds, in bytes. */
process.on("message", () => void tell());
process.channel?.unref();

/** Tells what is held once collecting frees no more: what a socket held is free only after it has told that it closed. */
async function tell(): Promise<void> {
  let held = collected();
  for (let before = Infinity; held < before;) {
    await setImmediate();
    before = held;
    held = Math.min(before, collected());
  }
  process.send?.(held);
}

function collected(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
