import { type ChildProcess, fork } from "node:child_process";
import type { FromGenerator, FromServer, ServerName, ToGenerator, Usage, Written } from "./messages.ts";
import type { Scenario } from "./scenarios.ts";

/** How many clients are in one process, unless that makes fewer than two. */
const CLIENTS_A_PROCESS = 1000;

const files: Record<ServerName, string> = {
  plenary: "servers/plenary.ts",
  "y-websocket": "servers/yWebsocket.ts",
  hocuspocus: "servers/hocuspocus.ts",
};

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

async function cpuOf(host: ChildProcess): Promise<number> {
  const told = heard<FromServer, "cpu">(host, "cpu");
  host.send("cpu");
  return (await told).cpu;
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

/** What all generators did together: the lateness is that of the latest. */
function together(all: readonly Written[]): Written {
  const written = new Map<number, number>();
  for (const [room, count] of all.flatMap((one) => [...one.written]))
    written.set(room, (written.get(room) ?? 0) + count);
  return {
    written,
    late: Math.max(...all.map(({ late }) => late)),
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
  };
}

/** A server and the clients of a scenario, each in processes of their own. */
export interface Stage {
  /** What the server uses now. */
  usage(): Promise<Usage>;
  /** Its processor time alone, without collecting garbage. */
  cpu(): Promise<number>;
  /** Signs all clients in, where the server knows people. */
  prepare(): Promise<void>;
  /** Connects one client to each room, or all others. */
  connect(which: "one a room" | "all others"): Promise<void>;
  /** Lets the clients write for so many milliseconds; `tidy` when texts are not to grow. */
  write(during: number, tidy?: boolean): Promise<Written>;
  /** Waits until all have everything that was written. */
  settle(written: ReadonlyMap<number, number>): Promise<Extract<FromGenerator, { type: "settled" }>[]>;
  /** Ends all processes. */
  end(): void;
}

/** Starts the processes. */
export async function openStage(server: ServerName, scenario: Scenario): Promise<Stage> {
  const host = child(files[server], [String(scenario.rooms), String(scenario.clients.length)], ["--expose-gc"]);
  const count = Math.max(2, Math.ceil(scenario.clients.length / CLIENTS_A_PROCESS));
  const generators = Array.from({ length: count }, () => child("generator.ts", [], []));
  const end = (): void => {
    for (const one of [host, ...generators]) one.kill("SIGKILL");
  };
  try {
    const { port, rooms } = await heard<FromServer, "listening">(host, "listening");
    return {
      usage: () => usageOf(host),
      cpu: () => cpuOf(host),
      async prepare() {
        const mine = (i: number) => scenario.clients.filter((_, n) => n % count === i);
        await everyone(generators, "prepared", (i) => ({ type: "prepare", server, port, rooms, clients: mine(i) }));
      },
      async connect(which) {
        await everyone(generators, "connected", () => ({ type: "connect", opening: which === "one a room" }));
      },
      write: async (during, tidy = false) =>
        together(await everyone(generators, "written", () => ({ type: "write", during, tidy }))),
      settle: (written) => everyone(generators, "settled", () => ({ type: "settle", written })),
      end,
    };
  } catch (error) {
    end();
    throw error;
  }
}
