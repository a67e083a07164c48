import { parentPort, workerData } from "node:worker_threads";
import Sqlite from "better-sqlite3";

/** The thread that carries commits over from the write-ahead log into the database file, whenever it is told to. */
const port = parentPort;
if (!port) throw new Error("This module runs as a worker thread of createCheckpoints.");

const database = new Sqlite(String(workerData));
database.pragma("synchronous = FULL");

port.on("message", (message: "carry over" | "close") => {
  if (message === "carry over") return void database.pragma("wal_checkpoint(PASSIVE)");
  database.close();
  port.close();
});
