import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { redlineBench } from "./redlineBench.ts";

const benches = { redline: redlineBench } as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const run = Object.entries(benches).find(([name]) => name === positionals[0])?.[1];
if (run) {
  const rows = run();
  console.table(rows);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
} else {
  console.error(`Name a benchmark: ${Object.keys(benches).join(", ")}. Example: bench redline --json out.json`);
  process.exitCode = 2;
}
