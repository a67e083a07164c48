import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createCheckpoints } from "./checkpoints.ts";
import { openSqliteLink } from "./sqliteLink.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "plenary-checkpoints-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

it("carries what is committed over into the file while the store is open, and keeps all of it", async () => {
  const path = join(folder(), "store.db");
  const link = openSqliteLink(path);
  await link.run([{ sql: "CREATE TABLE word (text TEXT) STRICT", parameters: [] }]);
  const empty = statSync(path).size;
  const text = "bridge ".repeat(500);
  const write = { sql: "INSERT INTO word VALUES (?)", parameters: [text] };
  await Promise.all(Array.from({ length: 600 }, () => link.run([write])));
  await expect.poll(() => statSync(path).size, { timeout: 20_000 }).toBeGreaterThan(empty + 250 * text.length);
  await link.close();
  const again = openSqliteLink(path);
  const [rows] = await again.run([{ sql: "SELECT count(*) AS count FROM word WHERE text = ?", parameters: [text] }]);
  expect(rows).toEqual([{ count: 600 }]);
  await again.close();
});

it("says when it breaks, and closes all the same", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  const checkpoints = createCheckpoints(join(folder(), "none", "store.db"), resolve);
  for (let i = 0; i < 250; i += 1) checkpoints.committed();
  expect(await promise).toBeInstanceOf(Error);
  await checkpoints.close();
});
