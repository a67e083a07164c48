import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Kysely } from "kysely";
import { noHints } from "../../hints/hints.ts";
import type { Tables } from "../database.ts";
import { sqliteDialect } from "./sqliteDialect.ts";
import { UnmetDemand, openSqliteLink } from "./sqliteLink.ts";
import { sqliteLog } from "./sqliteLog.ts";
import type { Store } from "../store.ts";

/**
 * A store in one SQLite file, in a thread of its own: write-ahead log, every commit synced to disk. The file and its
 * folder are made when they are not there. Rejects when the file can't be opened or is of a newer version.
 */
export async function openSqliteStore(path: string): Promise<Store> {
  mkdirSync(dirname(path), { recursive: true });
  const link = openSqliteLink(path);
  await link.run([]);
  return {
    log: sqliteLog(link),
    hints: noHints,
    db: new Kysely<Tables>({ dialect: sqliteDialect(link) }),
    async commit(statements) {
      const compiled = statements.map((statement) => {
        const { sql, parameters } = statement.compile();
        return { sql, parameters, demanded: statement.otherwise !== undefined };
      });
      try {
        await link.run(compiled);
      } catch (error) {
        throw (error instanceof UnmetDemand && statements[error.place]?.otherwise) || error;
      }
    },
    close: () => link.close(),
  };
}
