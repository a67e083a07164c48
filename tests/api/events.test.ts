import { afterEach, beforeEach, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { type TestServer, startTestServer } from "../collaboration/testServer.ts";

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

/** The names of the events of a stream, one after the other. */
async function* eventsOf(response: Response): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) yield /^event: (\w+)$/m.exec(part)?.[1] ?? "";
  }
}

it("says that the list of drafts has changed: opened, edited, decided on", async () => {
  const [observer, writer, chair] = await Promise.all(["observer", "eur", "chair"].map((id) => server.signIn(id)));
  const response = await observer!.request("GET", "/api/events");
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const events = eventsOf(response);
  const next = async () => (await events.next()).value;
  expect(await next()).toBe("hello");
  const live = connectClient(server.rooms, server.draft, await writer!.ticket(server.draft));
  await synced(live);
  const list = () => observer!.get<{ id: string; number: string; updatedAt: string }[]>("/api/drafts");
  /** Reads events until the list is as expected; it hangs when no event comes for it. */
  const until = async (condition: (drafts: Awaited<ReturnType<typeof list>>) => boolean) => {
    while (!condition(await list())) expect(await next()).toBe("drafts");
  };
  const [before] = await list();
  live.type("two", " soon");
  await until(([draft]) => draft!.updatedAt !== before!.updatedAt);
  const opened = await (await server.signIn("arb")).request("POST", "/api/drafts", { text: "t2" });
  const { id }: { id: string } = await opened.json();
  expect((await list()).length).toBe(1);
  await chair!.request("PUT", `/api/drafts/${id}/shared`, { shared: true });
  await until((drafts) => drafts.length === 2);
  await chair!.request("PUT", `/api/drafts/${server.draft}/number`, { number: "no right" });
  const secretariat = await server.signIn("secretariat");
  await secretariat.request("PUT", `/api/drafts/${server.draft}/number`, { number: "EUR/9A1/1" });
  await until(([draft]) => draft!.number === "EUR/9A1/1");
  live.close();
  await events.return(undefined);
});

it("tells each who looks at them of the library, people, groups, webhooks and calls, as they change", async () => {
  const [secretariat, chair, eur] = await Promise.all(["secretariat", "chair", "eur"].map((id) => server.signIn(id)));
  const open = async (person: typeof chair, lists: string) => {
    const events = eventsOf(await person!.request("GET", `/api/events?lists=${lists}`));
    expect((await events.next()).value).toBe("hello");
    return { next: async () => (await events.next()).value, end: () => events.return(undefined) };
  };
  const all = await open(secretariat, "texts,people,conference,webhooks");
  const called = await open(eur, "mentions");
  const acts: [string, string, string, object][] = [
    ["texts", "POST", "/api/texts", { name: "t.txt", source: "RESOLUTION 3 (Geneva, 2024)\nA title\n\nThe words." }],
    ["people", "PATCH", "/api/people/arb", { role: "commenter", group: "ARB" }],
    ["conference", "POST", "/api/conference/groups", { code: "IAP", name: "Americas" }],
    ["webhooks", "POST", "/api/webhooks", { url: "https://hooks.example.org/", events: ["version.named"] }],
  ];
  for (const [list, method, path, body] of acts) {
    expect((await secretariat!.request(method, path, body)).status).toBe(200);
    expect(await all.next()).toBe(list);
  }
  const { people } = await chair!.get<{ people: { id: string; name: string }[] }>(
    `/api/drafts/${server.draft}/threads`,
  );
  const name = people.find(({ id }) => id === "eur")?.name;
  const thread = { anchor: { on: "clause", clause: "one" }, audience: null, text: `@${name} look` };
  expect((await chair!.request("POST", `/api/drafts/${server.draft}/threads`, thread)).status).toBe(200);
  expect(await called.next()).toBe("mentions");
  expect((await eur!.request("GET", "/api/events?lists=secrets")).status).toBe(400);
  await all.end();
  await called.end();
});

it("is for who is signed in", async () => {
  expect((await fetch(`${server.origin}/api/events`)).status).toBe(401);
});
