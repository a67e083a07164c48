import { flatten } from "@plenary/document";
import type { ProposalsView } from "@plenary/server/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

async function seen(person: string, text = "t1"): Promise<ProposalsView> {
  return (await server.signIn(person)).get(`/api/texts/${text}/merged`);
}

/** Each clause that somebody wishes something of: its words, and by group what it is to say ("" for nothing). */
function wishes({ rows, drafts }: ProposalsView) {
  return rows
    .filter((row) => row.wishes.length > 0)
    .map((row) => ({
      base: flatten(row.base?.content ?? []),
      collisions: row.collisions,
      wishes: row.wishes.map(({ owners, entries }) => [
        owners.map((owner) => drafts[owner]?.group),
        entries.map(({ current }) => flatten(current?.content ?? [])).join("|"),
      ]),
    }));
}

async function suppress(person: string, draft: string, clause: string): Promise<void> {
  const body = { command: "suppress", clause };
  const answer = await (await server.signIn(person)).request("POST", `/api/drafts/${draft}/commands`, body);
  expect(answer.status).toBe(200);
}

describe("what the groups want of a text", () => {
  const twelve = "to build twelve bridges;";
  const ten = { base: "to build ten bridges;", collisions: [] as number[] };

  it("is one group's wish while there is one draft, and nothing on a text without any", async () => {
    expect(wishes(await seen("chair"))).toEqual([{ ...ten, wishes: [[["EUR"], twelve]] }]);
    const other = await seen("chair", "t2");
    expect(other.drafts).toEqual([]);
    expect(other.rows.map(({ wishes: none }) => none.length)).toEqual([0, 0, 0, 0, 0]);
    expect(other.text).toEqual({
      id: "t2",
      number: "Resolution 2",
      title: "Roads",
      language: "en",
      edition: "Porto, 2023",
      clauses: 5,
    });
  });

  it("shows what is the same once, and what can't all stand as a collision, as the drafts stand now", async () => {
    const opened = await (await server.signIn("arb")).request("POST", "/api/drafts", { text: "t1" });
    const { id } = Object(await opened.json());
    await suppress("arb", id, "one");
    await suppress("arb", id, "two");
    await suppress("eur", server.draft, "two");
    const view = await seen("chair");
    expect(view.drafts.map(({ group, symbol }) => [group, symbol])).toEqual([
      ["EUR", "MOD"],
      ["ARB", "MOD"],
    ]);
    expect(view.collisions).toBe(1);
    expect(wishes(view)).toEqual([
      {
        ...ten,
        collisions: [0],
        wishes: [
          [["EUR"], twelve],
          [["ARB"], ""],
        ],
      },
      { base: "to count them every year,", collisions: [], wishes: [[["EUR", "ARB"], ""]] },
    ]);
  });

  it("has every clause of the base in its order, and only drafts that the person's own list has", async () => {
    for (const person of ["eur", "arb", "observer"]) {
      const view = await seen(person);
      expect(view.rows.flatMap(({ base }) => (base ? [base.id] : []))).toEqual([
        "number",
        "title",
        "resolves",
        "one",
        "two",
      ]);
      const list = await (await server.signIn(person)).get<ProposalsView["drafts"]>("/api/drafts");
      expect(view.drafts).toEqual(list.filter(({ text }) => text.id === "t1"));
    }
  });

  it("is refused for a text that is not there", async () => {
    const answer = await (await server.signIn("chair")).request("GET", "/api/texts/none/merged");
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("Take one of the library") });
  });
});
