import { type ChildProcess, fork } from "node:child_process";
import type { FromGenerator, FromServer, ServerName, ToGenerator, Usage } from "./messages.ts";
import type { Scenario } from "./scenarios.ts";

/** How many processes the clients are in. */
const GENERATORS = 2;

const files: Record<ServerName, string> = {
  plenary: "servers/plenary.ts",
  "y-websocket": "servers/yWebsocket.ts",
  hocuspocus: "servers/hocuspocus.ts",
};

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
  const host = child(files[server], [String(scenario.rooms), String(people)], ["--expose-gc"]);
  const generators = Array.from({ length: GENERATORS }, () => child("generator.ts", [], []));
  try {
    const { port, rooms } = await heard<FromServer, "listening">(host, "listening");
    const empty = await usageOf(host);
    await everyone(generators, "connected", (i) => ({
      type: "connect",
      server,
      port,
      rooms,
      clients: scenario.clients.filter((_, n) => n % GENERATORS === i),
    }));
    const before = await usageOf(host);
    const start = performance.now();
    const writing = await everyone(generators, "written", () => ({ type: "write", during: scenario.during }));
    const took = performance.now() - start;
    const after = await usageOf(host);
    const written = sums(writing.map((one) => one.written));
    const settled = await everyone(generators, "settled", () => ({ type: "settle", written }));
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
    for (const one of [host, ...generators]) one.kill("SIGKILL");
  }
}

function child(file: string, args: readonly string[], execArgv: readonly string[]): ChildProcess {
  const started = fork(new URL(file, import.meta.url), args, {
    execArgv: [...execArgv],
    serialization: "advanced",
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  started.setMaxListeners(0);
  return started;
}

/** The next message of that type; rejects when the process ends before it. */
function heard<M extends { type: string }, T extends M["type"]>(
  from: ChildProcess,
  type: T,
): Promise<Extract<M, { type: T }>> {
  return new Promise((resolve, reject) => {
    const listen = (message: M): void => {
      if (message.type !== type) return;
      from.off("message", listen);
      resolve(message as Extract<M, { type: T }>);
    };
    from.on("message", listen);
    from.once("exit", (code) => reject(new Error(`A process of the bench ended with ${code} before it was ${type}.`)));
  });
}

async function usageOf(host: ChildProcess): Promise<Usage> {
  const told = heard<FromServer, "usage">(host, "usage");
  host.send("usage");
  return (await told).usage;
}

function everyone<T extends FromGenerator["type"]>(
  generators: readonly ChildProcess[],
  answer: T,
  message: (i: number) => ToGenerator,
): Promise<Extract<FromGenerator, { type: T }>[]> {
  return Promise.all(
    generators.map((generator, i) => {
      const told = heard<FromGenerator, T>(generator, answer);
      generator.send(message(i));
      return told;
    }),
  );
}

function sums(maps: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [key, value] of maps.flatMap((one) => [...one])) sum.set(key, (sum.get(key) ?? 0) + value);
  return sum;
}

function quantile(sorted: Float64Array, share: number): number | null {
  const value = sorted[Math.floor(sorted.length * share)];
  return value === undefined ? null : Math.round(value * 10) / 10;
}
