import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cardsBench } from "../cards/cardsBench.ts";
import { crashBench } from "../server/crash/crashBench.ts";
import { loadBench } from "../server/load/loadBench.ts";
import { soakBench } from "../server/load/soakBench.ts";
import { typingBench } from "../typing/typingBench.ts";
import { docxBench } from "./docxBench.ts";
import { pdfBench } from "./pdfBench.ts";
import { redlineBench } from "./redlineBench.ts";
import { sharedBench } from "./sharedBench.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "string" },
    rounds: { type: "string" },
    chains: { type: "string", default: "2" },
    postgres: { type: "string" },
    minutes: { type: "string", default: "10" },
    seed: { type: "string", default: "1" },
    scenarios: { type: "string", default: "ABCD" },
    servers: { type: "string", default: "all" },
  },
});

/** A benchmark by name: what it measures, and what else it runs, which says what went wrong, if anything. */
const benches = {
  cards: { rows: cardsBench, further: () => null },
  docx: { rows: docxBench, further: () => null },
  pdf: { rows: pdfBench, further: () => null },
  redline: { rows: redlineBench, further: sharedBench },
  server: {
    rows: () => loadBench(values.scenarios, values.servers, values.rounds === undefined ? null : count("rounds")),
    further: () => null,
  },
  typing: { rows: typingBench, further: () => null },
  soak: { rows: () => soakBench(count("minutes")), further: () => null },
  crash: {
    async rows() {
      const rounds = values.rounds === undefined ? 100 : count("rounds");
      const row = await crashBench(rounds, count("chains"), count("seed"), values.postgres ?? null);
      if (row.lostSaved + row.lostSeen > 0) process.exitCode = 1;
      return [row];
    },
    further: () => null,
  },
} as const;

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

function count(name: "rounds" | "chains" | "seed" | "minutes"): number {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} is ${values[name]}: give a number from 1.`);
  return value;
}
