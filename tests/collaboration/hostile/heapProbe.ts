/** Loaded before a server that is started with `--expose-gc`: whoever started it asks how much it holds, in bytes. */
process.on("message", () => {
  for (let i = 0; i < 3; i += 1) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.(heapUsed + external);
});
process.channel?.unref();
