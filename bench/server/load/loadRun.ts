import { cpus } from "node:os";
import type { ServerName } from "./messages.ts";
import { openStage } from "./processes.ts";
import type { Scenario } from "./scenarios.ts";

/** One line of the table. Times in milliseconds, processor in percent of one core, memory in KB, in all in MB. */
export interface LoadRow {
  readonly scenario: string;
  readonly server: ServerName;
  readonly p50: number | null;
  readonly p99: number | null;
  readonly cpu: number;
  /** What each connection costs beyond the first of a draft, and what each draft costs that is open, without it. */
  readonly perConnection: number | null;
  readonly perDraft: number;
  /** What the drafts and connections cost together, divided by the connections. */
  readonly bothPerConnection: number;
  readonly memory: number;
  /** How late the timers of the clients' own processes were at the 99th percentile. */
  readonly late: number;
  /** What everything else on the machine took, in percent of all of its processors. */
  readonly others: number;
  readonly writes: number;
  /** Clients that had not everything 20 seconds after the last write, and drafts with more than one text then. */
  readonly behind: number;
  readonly diverged: number;
}

/** Runs a scenario against a server, each in processes of their own, and ends them all. */
export async function loadRun(server: ServerName, key: string, scenario: Scenario): Promise<LoadRow> {
  const [people, drafts] = [scenario.clients.length, scenario.rooms];
  const stage = await openStage(server, scenario);
  try {
    await stage.prepare();
    const empty = await stage.usage();
    await stage.connect("one a room");
    const opened = await stage.usage();
    await stage.connect("all others");
    const before = await stage.usage();
    const warm = await stage.write(scenario.warmUp);
    const cpuBefore = await stage.cpu();
    const machine = machineTime();
    const start = performance.now();
    const { written, late, cpu } = await stage.write(scenario.during);
    const took = performance.now() - start;
    const ofServer = (await stage.cpu()) - cpuBefore;
    const whole = machineTime();
    const after = await stage.usage();
    const settled = await stage.settle(written);
    const delays = Float64Array.from(settled.flatMap((one) => [...one.delays])).sort();
    const texts = new Map<number, Set<string>>();
    for (const [room, hashes] of settled.flatMap((one) => [...one.texts]))
      texts.set(room, new Set([...(texts.get(room) ?? []), ...hashes]));
    const others = whole.busy - machine.busy - ofServer - cpu;
    const perConnection = people > drafts ? (before.memory - opened.memory) / (people - drafts) : null;
    return {
      scenario: `${key}: ${scenario.name}`,
      server,
      p50: quantile(delays, 0.5),
      p99: quantile(delays, 0.99),
      cpu: Math.round((100 * ofServer) / took),
      perConnection: perConnection === null ? null : kilobytes(perConnection),
      perDraft: kilobytes((opened.memory - empty.memory) / drafts - (perConnection ?? 0)),
      bothPerConnection: kilobytes((before.memory - empty.memory) / people),
      memory: Math.round(after.memory / 1024 / 1024),
      late: Math.round(late * 10) / 10,
      others: Math.max(0, Math.round((100 * others) / (whole.all - machine.all))),
      writes: count(written) - count(warm.written),
      behind: settled.reduce((sum, one) => sum + one.behind, 0),
      diverged: [...texts.values()].filter(({ size }) => size > 1).length,
    };
  } finally {
    stage.end();
  }
}

function count(written: ReadonlyMap<number, number>): number {
  return [...written.values()].reduce((sum, one) => sum + one, 0);
}

/** Milliseconds since the machine's start, of all processors together: in all, and those in which they were busy. */
function machineTime(): { all: number; busy: number } {
  const times = cpus().map((one) => one.times);
  const idle = times.reduce((sum, one) => sum + one.idle, 0);
  const all = times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle);
  return { all, busy: all - idle };
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}

function quantile(sorted: Float64Array, share: number): number | null {
  const value = sorted[Math.floor(sorted.length * share)];
  return value === undefined ? null : Math.round(value * 10) / 10;
}
