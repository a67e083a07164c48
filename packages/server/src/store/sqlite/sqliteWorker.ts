import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { migrateSqlite } from "./migrateSqlite.ts";
import { type LinkAnswer, type LinkRequest, type Row, UnmetDemand } from "./sqliteLink.ts";

/** The thread that owns the database file: each request is one transaction, durable before it is answered. */
const port = parentPort;
if (!port) throw new Error("This module runs as a worker thread of openSqliteStore.");

const database = new Sqlite(String(workerData));
checkFile();
database.pragma("journal_mode = WAL");
database.pragma("synchronous = FULL");
// Another thread carries the log over, see checkpoints.ts; this one does when that falls behind by 64 MB.
database.pragma("wal_autocheckpoint = 16384");
database.pragma("foreign_keys = ON");
migrateSqlite(database);

const prepared = new Map<string, Sqlite.Statement>();
const transaction = database.transaction((request: LinkRequest) => request.statements.map(run));

port.on("message", (request: LinkRequest | "close") => {
  if (request === "close") {
    database.close();
    port.close();
    return;
  }
  port.postMessage(answer(request));
});

function answer(request: LinkRequest): LinkAnswer {
  try {
    return { id: request.id, results: transaction(request) };
  } catch (error) {
    const unmet = error instanceof UnmetDemand ? error.place : null;
    return { id: request.id, error: error instanceof Error ? error.message : String(error), unmet };
  }
}

function run({ sql, parameters, demanded = false }: LinkRequest["statements"][number], place: number): Row[] {
  let statement = prepared.get(sql);
  if (!statement) prepared.set(sql, (statement = database.prepare(sql)));
  const bound = parameters.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
  );
  const rows = statement.reader ? (statement.all(...bound) as Row[]) : [];
  if (!statement.reader) statement.run(...bound);
  if (demanded && rows.length === 0) throw new UnmetDemand(place);
  return rows;
}

/** Throws, with what to do, when the file is no database or is damaged. */
function checkFile(): void {
  let found: unknown;
  try {
    found = database.pragma("quick_check(1)", { simple: true });
  } catch (error) {
    found = error instanceof Error ? error.message : error;
  }
  if (found !== "ok")
    throw new Error(
      `the file is damaged (${String(found)}). Keep a copy of it with its -wal file, and put the last backup in its place.`,
    );
}
