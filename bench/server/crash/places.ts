import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Place } from "../process.ts";

/** Fresh places for a server's data. */
export interface Places {
  /** What keeps the data there: "SQLite" or "PostgreSQL". */
  readonly kind: string;
  /** A place with nothing in it. */
  make(name: string): Promise<Place>;
  /** Takes the place away with all that it holds. */
  clear(name: string): Promise<void>;
}

/** Data folders in a folder. */
export function folderPlaces(folder: string): Places {
  return {
    kind: "SQLite",
    make: async (name) => ({ DATA: join(folder, name) }),
    clear: async (name) => rmSync(join(folder, name), { recursive: true, force: true }),
  };
}

/** Databases of a PostgreSQL server, whose address is that of any database of it. */
export function databasePlaces(address: string, prefix: string): Places {
  const database = (name: string): string => `${prefix}_${name.replaceAll("-", "_")}`;

  async function run(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  return {
    kind: "PostgreSQL",
    async make(name) {
      await run(`CREATE DATABASE ${pg.escapeIdentifier(database(name))}`);
      const url = new URL(address);
      url.pathname = `/${database(name)}`;
      return { DATABASE_URL: url.href };
    },
    clear: (name) => run(`DROP DATABASE ${pg.escapeIdentifier(database(name))} WITH (FORCE)`),
  };
}
