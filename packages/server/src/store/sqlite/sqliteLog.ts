import { bytes } from "../bytes.ts";
import { checkNumbers } from "../checkNumbers.ts";
import type { LogStore, LoggedUpdate } from "../logStore.ts";
import type { Row, Sql, SqliteLink } from "./sqliteLink.ts";
import { createTurns } from "./turns.ts";

const advance = "UPDATE doc SET head_seq = head_seq + 1 WHERE id = ? RETURNING head_seq";
const insert = `INSERT INTO doc_update (doc, seq, person, group_code, connection, at, data)
  VALUES (?, (SELECT head_seq FROM doc WHERE id = ?), ?, ?, ?, ?, ?)`;
const columns = "seq, person, group_code, at, data";
const newest = "SELECT max(upto_seq) FROM doc_snapshot WHERE doc = ?";

/** The log in SQLite. */
export function sqliteLog(link: SqliteLink): LogStore {
  return {
    shared: false,
    lanes: 1,
    exclusively: createTurns(),

    async since(doc, after) {
      const [rows = []] = await link.run([
        {
          sql: `SELECT connection, ${columns} FROM doc_update WHERE doc = ? AND seq > ? ORDER BY seq`,
          parameters: [doc, after],
        },
      ]);
      return rows.map((row) => ({ seq: Number(row["seq"]), connection: String(row["connection"]), ...update(row) }));
    },

    async heads(docs) {
      const results = await link.run(
        docs.map((doc) => ({ sql: "SELECT head_seq FROM doc WHERE id = ?", parameters: [doc] })),
      );
      return new Map(
        docs.flatMap((doc, i) => (results[i] ?? []).map((row) => [doc, Number(row["head_seq"])] as const)),
      );
    },

    async load(doc) {
      const [heads = [], snapshots = [], updates = []] = await link.run([
        { sql: "SELECT head_seq FROM doc WHERE id = ?", parameters: [doc] },
        {
          sql: `SELECT upto_seq, state, ledger FROM doc_snapshot WHERE doc = ? AND upto_seq = (${newest})`,
          parameters: [doc, doc],
        },
        {
          sql: `SELECT ${columns} FROM doc_update WHERE doc = ? AND seq > coalesce((${newest}), 0) ORDER BY seq`,
          parameters: [doc, doc],
        },
      ]);
      const head = heads[0]?.["head_seq"];
      if (head === undefined) return null;
      const upto = Number(snapshots[0]?.["upto_seq"] ?? 0);
      checkNumbers(doc, upto, Number(head), numbers(updates));
      return {
        snapshot: snapshots[0] ? bytes(snapshots[0]["state"]) : null,
        ledger: typeof snapshots[0]?.["ledger"] === "string" ? snapshots[0]["ledger"] : null,
        updates: updates.map(update),
        head: Number(head),
      };
    },

    async history(doc) {
      const [heads = [], updates = []] = await link.run([
        { sql: "SELECT head_seq FROM doc WHERE id = ?", parameters: [doc] },
        { sql: `SELECT ${columns} FROM doc_update WHERE doc = ? ORDER BY seq`, parameters: [doc] },
      ]);
      checkNumbers(doc, 0, Number(heads[0]?.["head_seq"] ?? 0), numbers(updates));
      return updates.map(update);
    },

    async append(entries, alongside = []) {
      const before = alongside.map((statement) => statement.compile());
      const statements = entries.flatMap(({ doc, person, group, connection, at, data }): Sql[] => [
        { sql: advance, parameters: [doc] },
        { sql: insert, parameters: [doc, doc, person, group, connection, at, data] },
      ]);
      const results = await link.run([...before, ...statements]);
      return entries.map((_, i) => Number(results[before.length + 2 * i]?.[0]?.["head_seq"]));
    },

    async snapshot(doc, upto, state, ledger) {
      await link.run([
        {
          sql: "INSERT OR REPLACE INTO doc_snapshot (doc, upto_seq, state, ledger) VALUES (?, ?, ?, ?)",
          parameters: [doc, upto, state, ledger ?? null],
        },
        { sql: "DELETE FROM doc_snapshot WHERE doc = ? AND upto_seq < ?", parameters: [doc, upto] },
      ]);
    },
  };
}

function update(row: Row): LoggedUpdate {
  return {
    person: String(row["person"]),
    group: String(row["group_code"]),
    at: Number(row["at"]),
    data: bytes(row["data"]),
  };
}

function numbers(rows: readonly Row[]): number[] {
  return rows.map((row) => Number(row["seq"]));
}
