import type Sqlite from "better-sqlite3";
import { migrations } from "../store/migrations.ts";

/** Throws, with what to do, when the database is damaged, misses updates, or is of a newer version than this program. */
export function checkDatabase(database: Sqlite.Database, name: string): void {
  const one = (sql: string): unknown => database.prepare(sql).pluck().get();
  const sound = one("PRAGMA integrity_check");
  if (sound !== "ok") throw new Error(`${name} is damaged: ${String(sound)}. Take another backup.`);
  if (one("SELECT count(*) FROM sqlite_master WHERE name = 'migration'") !== 1)
    throw new Error(`${name} is no database of Plenary. Name a file that "plenary backup" wrote.`);
  const version = Number(one("SELECT coalesce(max(version), 0) FROM migration"));
  if (version > migrations.length)
    throw new Error(
      `${name} is of a newer version of Plenary (${version}; this one knows ${migrations.length}). Take the newer one.`,
    );
  if (database.prepare("PRAGMA foreign_key_check").all().length > 0)
    throw new Error(`${name} misses rows that others refer to. Take another backup.`);
  const hole = one(`SELECT doc.id FROM doc LEFT JOIN doc_update ON doc_update.doc = doc.id GROUP BY doc.id
    HAVING count(seq) <> head_seq OR coalesce(max(seq), 0) <> head_seq`);
  if (typeof hole === "string") throw new Error(`${name} misses updates of ${hole}. Take another backup.`);
}
