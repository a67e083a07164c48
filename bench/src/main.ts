import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { docxBench } from "./docxBench.ts";
import { pdfBench } from "./pdfBench.ts";
import { redlineBench } from "./redlineBench.ts";
import { sharedBench } from "./sharedBench.ts";

/** A benchmark by name: what it measures by itself, and what else it runs, which says why when it could not. */
const benches = {
  docx: { rows: docxBench, further: () => null },
  pdf: { rows: pdfBench, further: () => null },
  redline: { rows: redlineBench, further: sharedBench },
} as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "string" } } });
const run = Object.entries(benches).find(([name]) => name === positionals[0])?.[1];
if (run) {
  const rows = await run.rows();
  console.table(rows);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, null, 1)}\n`);
  const why = run.further();
  if (why !== null) console.log(why);
} else {
  console.error(`Name a benchmark: ${Object.keys(benches).join(", ")}. Example: bench redline --json out.json`);
  process.exitCode = 2;
}
