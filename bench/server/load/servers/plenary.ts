import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, openSqliteStore, seed } from "@plenary/server";
import { sampleText } from "../sampleText.ts";
import { serve } from "./usage.ts";

/** The server as it is run, in its demo mode: SQLite on disk, guard and all. Arguments: how many rooms, how many people. */
const [rooms = 1, people = 1] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "plenary-load-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const clock = (): Date => new Date();
const ids = (): string => crypto.randomUUID();
const store = await openSqliteStore(join(folder, "plenary.db"));
const numbers = Array.from({ length: rooms }, (_, i) => i);
await seed(
  store,
  {
    name: "Load",
    groups: [{ code: "EUR", name: "Europe", color: "#2f6fde" }],
    people: Array.from({ length: people }, (_, i) => ({
      id: `p${i}`,
      name: `Person ${i}`,
      group: "EUR",
      role: "delegate" as const,
    })),
    texts: numbers.map((i) => ({
      id: `t${i}`,
      number: `Resolution ${i}`,
      title: "Bridges",
      edition: "Porto, 2023",
      text: sampleText,
    })),
    drafts: numbers.map((i) => ({ text: `t${i}`, group: "EUR", number: `EUR/${i}A1/1`, current: sampleText })),
  },
  { clock, ids },
);
const server = await createServer({ store, clock, ids, demo: true, report: (error) => console.error(error) });
const { port } = await server.listen(0, "127.0.0.1");
const drafts = await store.db.selectFrom("draft").select(["id", "base_text"]).execute();
const byText = new Map(drafts.map(({ id, base_text }) => [base_text, id]));
serve(
  port,
  numbers.map((i) => byText.get(`t${i}`) ?? ""),
);
