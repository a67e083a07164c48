import { readDocx } from "@plenary/formats/docx";
import type { Talk, ThreadView, WordReport } from "@plenary/server/api";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { commentedFile } from "../roundtrip/commentedFile.ts";
import { trackedFile } from "../roundtrip/trackedFile.ts";

const ana = { author: "Ana Ruiz (EUR)", date: "2026-03-01T09:00:00Z" };
const bo = { author: "Bo Lund", date: "2026-03-02T10:30:00Z" };
const tracked = trackedFile([
  ["RESOLUTION 1 (Rev. Porto, 2023)"],
  ["Bridges"],
  ["resolves"],
  ["1\tto build ", { ...ana, del: "ten" }, { ...ana, ins: "fifteen" }, " bridges;"],
  ["2\tto count them every ", { ...bo, del: "year" }, { ...bo, ins: "month" }, ","],
]);
const file = commentedFile(tracked, [
  {
    about: "Bridges",
    said: [
      { ...ana, words: "Too short\na title?" },
      { ...bo, words: "It will do." },
    ],
    resolved: true,
  },
  { about: "fifteen", said: [{ ...bo, words: "Why so many?" }] },
  { about: "year", said: [{ ...bo, words: "Who asked for this?" }] },
  { about: "count", said: [{ ...ana, words: "Count, not tally." }] },
]);

let server: TestServer;
let people: Record<"arb" | "eur" | "eur2" | "chair" | "observer", SignedIn>;
let draft: string;
beforeAll(async () => {
  server = await startTestServer();
  const named = ["arb", "eur", "eur2", "chair", "observer"] as const;
  const all = await Promise.all(named.map(async (name) => [name, await server.signIn(name)] as const));
  people = Object.fromEntries(all) as typeof people;
  draft = await broughtIn(people.arb, file, "t1");
  await said(await people.chair.request("PUT", `/api/drafts/${draft}/shared`, { shared: true }));
});
afterAll(() => server.close());

async function said<T>(response: Response): Promise<T> {
  const value: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(value)}`);
  return value as T;
}

async function broughtIn(person: SignedIn, bytes: Uint8Array, text: string, more = ""): Promise<string> {
  const report = await said<WordReport>(await person.send(`/api/word/report?name=a.docx&text=${text}`, bytes));
  const query = `name=a.docx&text=${text}&seen=${report.against?.seen}${more}`;
  return (await said<{ id: string }>(await person.send(`/api/word/draft?${query}`, bytes))).id;
}

const threadsOf = async (person: SignedIn, id = draft): Promise<readonly ThreadView[]> =>
  (await person.get<Talk>(`/api/drafts/${id}/threads`)).threads;
const shown = (threads: readonly ThreadView[]) =>
  threads.map(({ anchor, audience, source, resolved, comments }) => ({
    on: anchor.on,
    clause: anchor.clause,
    quote: anchor.on === "words" ? anchor.quote : anchor.on === "change" ? anchor.deleted : "",
    audience,
    source,
    resolved: resolved !== null,
    comments: comments.map(({ person, at, text }) => [person.id, person.name, at.slice(0, 16), text]),
  }));

async function exported(person: SignedIn, query: string, id = draft, view = "marked"): Promise<Uint8Array> {
  const response = await person.request("GET", `/api/drafts/${id}/export?format=docx&view=${view}${query}`);
  if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}
const whole = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join("\n");
const commentsIn = (bytes: Uint8Array) =>
  readDocx(bytes).comments.map(({ author, date, words, answers, resolved }) => ({
    author,
    date,
    words,
    answers: answers !== null,
    resolved,
  }));

describe("the comments of a Word file", () => {
  it("are threads of the group that brings it in: where they hang, who said what when, and whether they are resolved", async () => {
    const title = await people.arb.get<{ published: { clauses: { id: string }[] } }>(`/api/drafts/${draft}`);
    const [, second, , one, two] = title.published.clauses.map(({ id }) => id);
    const from = { audience: "ARB", source: "a.docx" };
    const [anaAt, boAt] = ["2026-03-01T09:00", "2026-03-02T10:30"];
    expect(shown(await threadsOf(people.arb))).toEqual([
      {
        ...from,
        on: "words",
        clause: second,
        quote: "Bridges",
        resolved: true,
        comments: [
          [null, ana.author, anaAt, "Too short\na title?"],
          [null, bo.author, boAt, "It will do."],
        ],
      },
      {
        ...from,
        on: "words",
        clause: one,
        quote: "fifteen",
        resolved: false,
        comments: [[null, bo.author, boAt, "Why so many?"]],
      },
      {
        ...from,
        on: "change",
        clause: two,
        quote: "year",
        resolved: false,
        comments: [[null, bo.author, boAt, "Who asked for this?"]],
      },
      {
        ...from,
        on: "words",
        clause: two,
        quote: "count",
        resolved: false,
        comments: [[null, ana.author, anaAt, "Count, not tally."]],
      },
    ]);
  });

  it("are nobody's to change, and are answered and resolved as others", async () => {
    const thread = (await threadsOf(people.arb))[1]!;
    const path = `/api/drafts/${draft}/threads/${thread.id}`;
    const own = `${path}/comments/${thread.comments[0]!.id}`;
    expect((await people.arb.request("PUT", own, { text: "other" })).status).toBe(403);
    expect((await people.arb.request("DELETE", own)).status).toBe(403);
    const after = await said<ThreadView>(await people.arb.request("POST", `${path}/comments`, { text: "Because." }));
    expect(after.comments.map(({ person }) => person.name)).toEqual([bo.author, "Samir Haddad"]);
  });

  it("are there for all who see the draft, or for nobody, where that was chosen", async () => {
    const id = await broughtIn(people.eur, file, "t2", "&comments=open");
    expect((await threadsOf(people.chair, id)).map(({ audience }) => audience)).toEqual([null, null, null, null]);
    const none = await broughtIn(people.arb, file, "t2", "&comments=leave");
    expect(await threadsOf(people.arb, none)).toEqual([]);
  });
});

describe("threads in a Word file taken out", () => {
  const secret = "We can live with eleven";
  beforeAll(async () => {
    const begin = async (person: SignedIn, audience: string | null, text: string): Promise<void> => {
      const anchor = { on: "clause", clause: "one" } as const;
      await said(await person.request("POST", `/api/drafts/${draft}/threads`, { anchor, audience, text }));
    };
    await begin(people.eur, "EUR", `${secret}, @Jan Novotny.`);
    await begin(people.eur, null, "Is this agreed, @Samir Haddad?");
  });

  it("are none unless asked for, whoever asks and however changes are signed", async () => {
    for (const person of Object.values(people)) {
      for (const authors of ["group", "group-and-person", "none"]) {
        const out = await exported(person, `&authors=${authors}`);
        expect(commentsIn(out)).toEqual([]);
        expect(whole(out)).not.toMatch(/Is this agreed|live with eleven|so many|Novotny|<w:comment/);
      }
    }
  });

  it("are those open to all where that is asked for, internal ones of no group", async () => {
    for (const person of Object.values(people)) {
      const out = await exported(person, "&comments=open");
      expect(commentsIn(out).map(({ author, words }) => [author, words])).toEqual([["EUR", "Is this agreed, @…?"]]);
      expect(whole(out)).not.toMatch(/live with eleven|so many|Delgado|Haddad|Ruiz|Lund/);
    }
  });

  it("are the own group's internal ones too where that is asked for, and never another group's", async () => {
    const words = async (person: SignedIn): Promise<string[]> => {
      const out = await exported(person, "&comments=internal&authors=group-and-person");
      const found = commentsIn(out).map((comment) => comment.words);
      for (const one of [secret, "so many"])
        expect(whole(out).includes(one)).toBe(found.some((said) => said.includes(one)));
      return found;
    };
    const arb = [
      "Too short\na title?",
      "It will do.",
      "Why so many?",
      "Because.",
      "Who asked for this?",
      "Count, not tally.",
    ];
    const all = "Is this agreed, @Samir Haddad?";
    expect((await words(people.arb)).toSorted()).toEqual([...arb, all].toSorted());
    for (const name of ["eur", "eur2"] as const)
      expect((await words(people[name])).toSorted()).toEqual([all, `${secret}, @Jan Novotny.`].toSorted());
    for (const name of ["chair", "observer"] as const) expect(await words(people[name])).toEqual([all]);
  });

  it("are the same after they are brought in again, author by author", async () => {
    const out = await exported(people.arb, "&comments=internal&authors=group-and-person");
    const before = readDocx(file).comments;
    const after = readDocx(out).comments;
    for (const { author, date, words, resolved } of before)
      expect(after).toContainEqual(expect.objectContaining({ author, date, words, resolved }));
    expect(
      commentsIn(out)
        .filter(({ answers }) => answers)
        .map(({ author, words }) => [author, words]),
    ).toEqual([
      [bo.author, "It will do."],
      ["ARB – Samir Haddad", "Because."],
    ]);
    const again = await server.signIn("eur2");
    // A draft on a text where the group has none yet: the base of the file, added anew.
    const { id: text } = await said<{ id: string }>(await again.send("/api/texts/word?name=b.docx", out));
    const id = await broughtIn(again, out, text);
    const placed = (threads: readonly ThreadView[]) =>
      shown(threads)
        .filter(({ audience }) => audience !== null)
        .map(({ on, quote, resolved, comments }) => [
          on,
          quote,
          resolved,
          comments.map(([, , at, words]) => [at, words]),
        ]);
    expect(
      placed(await threadsOf(again, id))
        .slice(0, 4)
        .map(String)
        .toSorted(),
    ).toEqual(
      placed(await threadsOf(people.arb))
        .map(String)
        .toSorted(),
    );
  });

  it("say so where their words are gone, and go out on the words of the base", async () => {
    const client = connectClient(server.rooms, draft, await people.arb.ticket(draft));
    await synced(client);
    client.erase("two", 3, 5);
    await client.saved();
    client.close();
    const out = readDocx(await exported(people.arb, "&comments=internal"));
    const found = out.comments.find(({ words }) => words === "Count, not tally.")!;
    expect(found).toMatchObject({ side: "base" });
  });

  it("hang on something in a clean file too", async () => {
    const out = await exported(people.arb, "&comments=internal", draft, "clean");
    const { comments, changes } = readDocx(out);
    expect(changes).toEqual([]);
    expect(comments.length).toBe(7);
    for (const { side, clause } of comments) expect([side, clause]).toEqual(["current", expect.any(String)]);
  });

  it("go along in Word files of the text alone: other files say so", async () => {
    for (const query of ["format=html&view=marked", "format=docx&view=table", "format=pdf&view=clean"]) {
      const answer = await people.arb.request("GET", `/api/drafts/${draft}/export?${query}&comments=open`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining("Word files") });
    }
  });
});
