import type Sqlite from "better-sqlite3";
import { migrations } from "../migrations.ts";

/**
 * Brings the database to a version of Plenary, this one when it is left out. Throws when the database is of a newer
 * version than this program.
 */
export function migrateSqlite(database: Sqlite.Database, to = migrations.length): void {
  database.exec("CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT");
  const version = Number(database.prepare("SELECT coalesce(max(version), 0) FROM migration").pluck().get());
  if (version > migrations.length)
    throw new Error(
      `The database is of a newer version of Plenary (${version}; this one knows ${migrations.length}). Start the newer one.`,
    );
  database.transaction(() => {
    for (const [at, sql] of migrations.slice(0, to).entries()) {
      if (at < version) continue;
      database.exec(sql);
      database.prepare("INSERT INTO migration VALUES (?, ?)").run(at + 1, Date.now());
    }
  })();
}
