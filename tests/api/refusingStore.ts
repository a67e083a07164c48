import type { Store } from "@plenary/server";
import { sql } from "kysely";

/** Has the database refuse every row in a table that says that something was done, and nothing else. */
export const refusing = {
  sqlite: (table: string, done: string) => [
    `CREATE TRIGGER no_${table} BEFORE INSERT ON ${table} WHEN ${done} BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    `DROP TRIGGER no_${table}`,
  ],
  postgres: (table: string, done: string) => [
    `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$;
     CREATE TRIGGER no_${table} BEFORE INSERT ON ${table} FOR EACH ROW WHEN (${done}) EXECUTE FUNCTION no_room()`,
    `DROP TRIGGER no_${table} ON ${table}; DROP FUNCTION no_room`,
  ],
};
/** Rows that say so, by their table. */
export const done = { audit: "NEW.detail NOT LIKE '%refused%'", webhook_delivery: "NEW.event IS NOT NULL" };

/** All that the tables hold, as text to be compared. */
export async function rowsOf(store: Store, tables: readonly string[]): Promise<string> {
  const held: unknown[] = [];
  for (const table of tables) {
    const { rows } = await sql<object>`select * from ${sql.table(table)}`.execute(store.db);
    held.push([table, rows.map((row) => JSON.stringify(row)).toSorted()]);
  }
  return JSON.stringify(held);
}
