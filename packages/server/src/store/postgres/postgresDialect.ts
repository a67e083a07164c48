import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import pg from "pg";

/** Queries of Kysely on the pool. A connection on which a query found no answer is not used again. */
export function postgresDialect(pool: pg.Pool): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => poolDriver(pool),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

interface Sql {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface Kept extends DatabaseConnection {
  run(sql: string): Promise<void>;
  release(): void;
}

function poolDriver(pool: pg.Pool): Driver {
  const kept = new WeakMap<DatabaseConnection, Kept>();
  const of = (connection: DatabaseConnection): Kept => {
    const found = kept.get(connection);
    if (!found) throw new Error("The connection is not of this pool.");
    return found;
  };
  return {
    init: async () => {},
    async acquireConnection() {
      const connection = keep(await pool.connect());
      kept.set(connection, connection);
      return connection;
    },
    beginTransaction: (connection) => of(connection).run("BEGIN"),
    commitTransaction: (connection) => of(connection).run("COMMIT"),
    rollbackTransaction: (connection) => of(connection).run("ROLLBACK"),
    releaseConnection: async (connection) => of(connection).release(),
    destroy: async () => {},
  };
}

function keep(client: pg.PoolClient): Kept {
  let broken = false;
  const noteBroken = (): void => void (broken = true);
  client.on("error", noteBroken);
  async function query<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<pg.QueryResult<Row>> {
    try {
      return await client.query<Row>(sql, [...parameters]);
    } catch (error) {
      broken ||= !(error instanceof pg.DatabaseError);
      throw error;
    }
  }
  return {
    async executeQuery<R>({ sql, parameters }: Sql): Promise<QueryResult<R>> {
      const { rows, rowCount } = await query(sql, parameters);
      return { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) };
    },
    streamQuery() {
      throw new Error("Streaming is not supported; use execute.");
    },
    run: async (sql) => void (await query(sql, [])),
    release() {
      client.off("error", noteBroken);
      client.release(broken);
    },
  };
}
