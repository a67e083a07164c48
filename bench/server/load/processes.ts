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

/** A server and the clients of a scenario, each in processes of their own. */
export interface Stage {
  /** What the server uses now. */
  usage(): Promise<Usage>;
  /** Connects all clients. */
  connect(): Promise<void>;
  /** Lets the clients write for so many milliseconds; resolves with the writes of each room. */
  write(during: number): Promise<ReadonlyMap<number, number>>;
  /** Waits until all have everything that was written. */
  settle(written: ReadonlyMap<number, number>): Promise<Extract<FromGenerator, { type: "settled" }>[]>;
  /** Ends all processes. */
  end(): void;
}

/** Starts the processes. */
export async function openStage(server: ServerName, scenario: Scenario): Promise<Stage> {
  const host = child(files[server], [String(scenario.rooms), String(scenario.clients.length)], ["--expose-gc"]);
  const generators = Array.from({ length: GENERATORS }, () => child("generator.ts", [], []));
  const end = (): void => {
    for (const one of [host, ...generators]) one.kill("SIGKILL");
  };
  try {
    const { port, rooms } = await heard<FromServer, "listening">(host, "listening");
    return {
      usage: () => usageOf(host),
      async connect() {
        await everyone(generators, "connected", (i) => ({
          type: "connect",
          server,
          port,
          rooms,
          clients: scenario.clients.filter((_, n) => n % GENERATORS === i),
        }));
      },
      async write(during) {
        const told = await everyone(generators, "written", () => ({ type: "write", during }));
        return sums(told.map((one) => one.written));
      },
      settle: (written) => everyone(generators, "settled", () => ({ type: "settle", written })),
      end,
    };
  } catch (error) {
    end();
    throw error;
  }
}
