import type { ServerName } from "./messages.ts";
import { openStage } from "./processes.ts";
import type { Scenario } from "./scenarios.ts";

/** One line of the table. Times in milliseconds, `cpu` in percent of one core, memory in KB a connection and MB in all. */
export interface LoadRow {
  readonly scenario: string;
  readonly server: ServerName;
  readonly clients: number;
  readonly writes: number;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly cpu: number;
  readonly perConnection: number;
  readonly memory: number;
  /** Clients that had not everything 20 seconds after the last write, and drafts with more than one text then. */
  readonly behind: number;
  readonly diverged: number;
}

/** Runs a scenario against a server, each in processes of their own, and ends them all. */
export async function loadRun(server: ServerName, key: string, scenario: Scenario): Promise<LoadRow> {
  const people = scenario.clients.length;
  const stage = await openStage(server, scenario);
  try {
    const empty = await stage.usage();
    await stage.connect();
    const before = await stage.usage();
    const start = performance.now();
    const written = await stage.write(scenario.during);
    const took = performance.now() - start;
    const after = await stage.usage();
    const settled = await stage.settle(written);
    const delays = Float64Array.from(settled.flatMap((one) => [...one.delays])).sort();
    const texts = new Map<number, Set<string>>();
    for (const [room, hashes] of settled.flatMap((one) => [...one.texts]))
      texts.set(room, new Set([...(texts.get(room) ?? []), ...hashes]));
    return {
      scenario: `${key}: ${scenario.name}`,
      server,
      clients: people,
      writes: [...written.values()].reduce((sum, one) => sum + one, 0),
      p50: quantile(delays, 0.5),
      p99: quantile(delays, 0.99),
      cpu: Math.round((100 * (after.cpu - before.cpu)) / took),
      perConnection: Math.round((before.memory - empty.memory) / people / 1024),
      memory: Math.round(after.memory / 1024 / 1024),
      behind: settled.reduce((sum, one) => sum + one.behind, 0),
      diverged: [...texts.values()].filter(({ size }) => size > 1).length,
    };
  } finally {
    stage.end();
  }
}

function quantile(sorted: Float64Array, share: number): number | null {
  const value = sorted[Math.floor(sorted.length * share)];
  return value === undefined ? null : Math.round(value * 10) / 10;
}
