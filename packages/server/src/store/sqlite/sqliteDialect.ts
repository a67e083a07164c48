import {
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";
import type { Sql, SqliteLink } from "./sqliteLink.ts";

/** Queries of Kysely through the link; every query is its own transaction. */
export function sqliteDialect(link: SqliteLink): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => linkDriver(link),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function linkDriver(link: SqliteLink): Driver {
  const done = async (): Promise<void> => {};
  const refuse = (): Promise<never> =>
    Promise.reject(new Error("Give the statements of a transaction together to the store's commit or append."));
  return {
    init: done,
    acquireConnection: async () => ({
      async executeQuery<R>({ sql, parameters }: Sql): Promise<QueryResult<R>> {
        const [rows = []] = await link.run([{ sql, parameters }]);
        return { rows: rows as R[] };
      },
      streamQuery() {
        throw new Error("Streaming is not supported; use execute.");
      },
    }),
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: done,
    destroy: done,
  };
}
