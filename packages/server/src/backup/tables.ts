import type Sqlite from "better-sqlite3";

/** A table of the database by its name and its columns, in their order. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** The tables of a database in SQLite, each behind those that it refers to; not the one that counts the migrations. */
export function tablesOf(database: Sqlite.Database): Table[] {
  const names = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid")
    .pluck()
    .all()
    .map(String)
    .filter((name) => name !== "migration");
  return names.map((name) => ({
    name,
    columns: database.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid").pluck().all(name).map(String),
  }));
}

/** The columns for a statement, quoted: both databases take that. */
export function columnList({ columns }: Table): string {
  return columns.map((column) => `"${column}"`).join(", ");
}
