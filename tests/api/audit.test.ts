import { isAudit, verifyAudit } from "@plenary/formats/audit";
import { afterEach, beforeEach, expect, it } from "vitest";
import { WebSocket } from "ws";
import { once } from "node:events";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

async function log(): Promise<{ source: string; acts: { act: string; person: string; detail: object }[] }> {
  const secretariat = await server.signIn("secretariat");
  const answer = await secretariat.request("GET", "/api/audit");
  expect(answer.headers.get("content-type")).toContain("application/jsonl");
  const source = await answer.text();
  const lines = source.trimEnd().split("\n").slice(0, -1);
  return { source, acts: lines.map((line) => JSON.parse(line)) };
}

it("holds every act with who did it, chained, and nothing that is a text or a secret", async () => {
  const [eur, arb, chair] = await Promise.all(["eur", "arb", "chair"].map((id) => server.signIn(id)));
  const at = `/api/drafts/${server.draft}`;
  await eur!.request("POST", `${at}/commands`, { command: "suppress", clause: "two" });
  await arb!.request("POST", `${at}/commands`, { command: "suppress", clause: "two" });
  await eur!.request("POST", `${at}/versions`, { name: "Before lunch" });
  const redline = await chair!.get<{ changes: { id: string }[] }>(`${at}/compare`);
  await chair!.request("POST", `${at}/decisions`, { change: redline.changes[0]!.id, verdict: "accept" });
  const source = "RESOLUTION 9 (Porto, 2023)\n\nLighthouses\n";
  await chair!.request("POST", "/api/texts", { name: "lights.txt", source });
  await arb!.request("POST", "/api/drafts", { text: "t2" });
  const ticket = await arb!.ticket(server.draft);
  const socket = new WebSocket(`${server.rooms}/${server.draft}?token=${ticket}`);
  socket.on("open", () => socket.send(new Uint8Array([0, 2, 2, 9, 9])));
  await once(socket, "close");
  await eur!.request("DELETE", "/api/session");

  const { source: exported, acts } = await log();
  const told = acts.map(({ act, person }) => `${person} ${act}`);
  expect(told.filter((line) => line.endsWith("sign in"))).toHaveLength(4);
  expect(told.filter((line) => !line.endsWith("sign in"))).toEqual([
    "eur suppress",
    "arb command",
    "eur snapshot",
    "chair accept",
    "chair import",
    "arb open draft",
    "arb refused update",
    "eur sign out",
  ]);
  expect(acts.find(({ act }) => act === "command")?.detail).toEqual({ refused: 403 });
  expect(isAudit(exported)).toBe(true);
  expect(verifyAudit(exported)).toBeNull();
  for (const secret of [ticket, "Lighthouses", "twelve", "bridges"]) expect(exported).not.toContain(secret);
  expect((await chair!.request("GET", "/api/audit")).status).toBe(403);
});

it("shows what somebody changed, deleted or added in the database", async () => {
  for (const person of ["eur", "arb", "chair"]) await server.signIn(person);
  const { db } = server.store;
  expect(verifyAudit((await log()).source)).toBeNull();
  await db.updateTable("audit").set({ person: "chair" }).where("person", "=", "arb").execute();
  expect(verifyAudit((await log()).source)).toEqual({ line: 2, why: "changed" });
  await db.updateTable("audit").set({ person: "arb" }).where("number", "=", 2).execute();
  expect(verifyAudit((await log()).source)).toBeNull();
  const gone = await db.selectFrom("audit").selectAll().where("number", "=", 2).executeTakeFirstOrThrow();
  await db.deleteFrom("audit").where("number", "=", 2).execute();
  expect(verifyAudit((await log()).source)).toEqual({ line: 2, why: "missing" });
  await db
    .insertInto("audit")
    .values({ ...gone, number: null, hash: null })
    .execute();
  expect(verifyAudit((await log()).source)).toEqual({ line: 2, why: "missing" });
});
