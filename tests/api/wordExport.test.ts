import { plainLines } from "@plenary/document";
import { readDocx } from "@plenary/formats/docx";
import { readFile, verify } from "@plenary/formats/files";
import type { ChangeAuthor, DraftDetail, WordReport } from "@plenary/server/api";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { published } from "../collaboration/testConference.ts";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { trackedFile } from "../roundtrip/trackedFile.ts";

let server: TestServer;
beforeEach(async () => void (server = await startTestServer()));
afterEach(() => server.close());

const ana = { author: "Ana Ruiz (EUR)", date: "2026-03-01T09:00:00Z" };
const bo = { author: "Bo Lund", date: "2026-03-02T10:30:00Z" };
const plain = trackedFile([
  ["RESOLUTION 1 (Rev. Porto, 2023)"],
  ["Bridges"],
  [],
  ["resolves"],
  ["1\tto build ", { ...ana, del: "ten" }, { ...ana, ins: "fifteen" }, " bridges;"],
  ["2\tto count them every ", { ...bo, del: "year" }, { ...bo, ins: "month" }, ","],
]);

/** The file as Word would have it: with styles, and a comment on its title. */
const file = dressed(plain);
const styles = file.parts["word/styles.xml"];

function dressed(bytes: Uint8Array) {
  const parts = unzipSync(bytes);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const said = strFromU8(parts["word/document.xml"]!).replace(
    '<w:r><w:t xml:space="preserve">Bridges</w:t></w:r>',
    '<w:commentRangeStart w:id="9"/>$&<w:commentRangeEnd w:id="9"/><w:r><w:commentReference w:id="9"/></w:r>',
  );
  const all = {
    ...parts,
    "word/document.xml": strToU8(said),
    "word/styles.xml": strToU8(
      `<w:styles ${w}><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/></w:style></w:styles>`,
    ),
    "word/comments.xml": strToU8(
      `<w:comments ${w}><w:comment w:id="9" w:author="Cy Ott"><w:p><w:r><w:t>Too short a title.</w:t></w:r></w:p></w:comment></w:comments>`,
    ),
    "word/_rels/document.xml.rels": strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${office}/comments" Target="comments.xml"/></Relationships>`,
    ),
  };
  return { parts: all, bytes: zipSync(all) };
}

async function json<T>(response: Response): Promise<T> {
  const value: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(value)}`);
  return value as T;
}

async function broughtIn(person: SignedIn, bytes: Uint8Array, text = "t1"): Promise<string> {
  const report = await json<WordReport>(await person.send(`/api/word/report?name=a.docx&text=${text}`, bytes));
  expect(report.against?.silent).toEqual([]);
  const query = `name=a.docx&text=${text}&seen=${report.against?.seen}`;
  return (await json<{ id: string }>(await person.send(`/api/word/draft?${query}`, bytes))).id;
}

async function exported(person: SignedIn, draft: string, query: string): Promise<Uint8Array> {
  const response = await person.request("GET", `/api/drafts/${draft}/export?format=docx&${query}`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
const all = (bytes: Uint8Array): string =>
  Object.values(unzipSync(bytes))
    .map((each) => strFromU8(each))
    .join("\n");

/** The words and authors of a file's own changes. */
const signed = (bytes: Uint8Array) => readDocx(bytes).changes.map(({ author, words }) => [words, author]);

async function withWords(person: SignedIn, draft: string, clause: string, words: string): Promise<void> {
  const client = connectClient(server.rooms, draft, await person.ticket(draft));
  await synced(client);
  client.type(clause, words);
  await client.saved();
  client.close();
}

describe("a draft that came from a Word file", () => {
  it("is written into that file: its styles and empty lines stay, both texts are given, and it proves itself", async () => {
    const person = await server.signIn("arb");
    const draft = await broughtIn(person, file.bytes);
    const marked = await exported(person, draft, "view=marked");
    expect(unzipSync(marked)["word/styles.xml"]).toEqual(styles);
    const read = readDocx(marked);
    expect(read.frame).toEqual([]);
    expect(read.base.clauses.filter(({ content }) => content.length === 0).length).toBe(1);
    expect(plainLines(read.base.clauses).filter((line) => line !== "")).toEqual(plainLines(published.clauses));
    const sealed = readFile("docx", marked);
    expect(sealed && verify(sealed, published)).toEqual([]);
    const clean = await exported(person, draft, "view=clean");
    expect(readDocx(clean).changes).toEqual([]);
    expect(unzipSync(clean)["word/styles.xml"]).toEqual(styles);
    const proof = readFile("docx", clean);
    expect(proof && verify(proof, published)).toEqual([]);
  });

  it("names nobody and says no comment unless asked for", async () => {
    const person = await server.signIn("arb");
    const draft = await broughtIn(person, file.bytes);
    expect(all(await exported(person, draft, "view=marked"))).not.toMatch(/Ruiz|Lund|Ott|Too short/);
    expect(all(await exported(person, draft, "view=marked&authors=none"))).not.toMatch(/Ruiz|Lund|Ott|Arab/);
    const commented = await exported(person, draft, "view=marked&comments=internal&authors=group-and-person");
    expect(part(commented, "word/comments.xml")).toContain("Too short a title.");
    expect(readDocx(commented).comments.map(({ words, author }) => [words, author])).toEqual([
      ["Too short a title.", "Cy Ott"],
    ]);
  });

  it("as HTML says who made its changes: groups, and persons where that is asked for", async () => {
    const person = await server.signIn("arb");
    const draft = await broughtIn(person, file.bytes);
    await withWords(person, draft, published.clauses[1]!.id, " and tunnels");
    const page = async (query: string): Promise<string> => {
      const response = await person.request("GET", `/api/drafts/${draft}/export?format=html&view=marked${query}`);
      expect(response.status).toBe(200);
      return response.text();
    };
    expect(await page("&authors=group-and-person")).toMatch(
      /<ins title="ARB – Samir Haddad, \d{4}-\d\d-\d\d"> and tunnels<\/ins>/,
    );
    expect(await page("")).not.toMatch(/Haddad|Ruiz|Lund|Ott/);
    expect(await page("&authors=none")).not.toContain(" title=");
  });

  it("amended, exported and brought in again is the same amendment, author by author", async () => {
    const person = await server.signIn("arb");
    const draft = await broughtIn(person, file.bytes);
    await withWords(person, draft, published.clauses[1]!.id, " and tunnels");
    const out = await exported(person, draft, "view=marked&authors=group-and-person");
    expect(signed(out)).toEqual([
      [" and tunnels", "ARB – Samir Haddad"],
      ["ten", ana.author],
      ["fifteen", ana.author],
      ["year", bo.author],
      ["month", bo.author],
    ]);
    // Another group, and another text with the same words: it has no draft there.
    const [other, chair] = await Promise.all([server.signIn("eur"), server.signIn("chair")]);
    const again = await broughtIn(other, out, "t2");
    const [before, after] = await Promise.all(
      [draft, again].map((id) => chair.get<Record<string, ChangeAuthor[]>>(`/api/drafts/${id}/authors`)),
    );
    const names = (authors: typeof before) => Object.values(authors ?? {}).map((each) => each.map(({ name }) => name));
    expect(names(after)).toEqual(
      names(before).map((each) => each.map((name) => (name === "Samir Haddad" ? "ARB – Samir Haddad" : name))),
    );
    expect((await other.get<DraftDetail>(`/api/drafts/${again}`)).symbol).toBe("MOD");
    expect(signed(await exported(other, again, "view=marked&authors=group-and-person"))).toEqual(signed(out));
  });
});

it("a draft on a base text that came from a Word file is written into that", async () => {
  const person = await server.signIn("eur2");
  const { id } = await json<{ id: string }>(await person.send("/api/texts/word?name=a.docx", file.bytes));
  const { id: draft } = await json<{ id: string }>(await person.request("POST", "/api/drafts", { text: id }));
  const { published: base, number } = await person.get<DraftDetail>(`/api/drafts/${draft}`);
  const last = base.clauses.at(-1)!;
  await withWords(person, draft, last.id, " again");
  const out = await exported(person, draft, "view=marked");
  expect(unzipSync(out)["word/styles.xml"]).toEqual(styles);
  expect(readDocx(out).changes.map(({ type, words }) => [type, words])).toEqual([["ins", " again"]]);
  const sealed = readFile("docx", out);
  expect(sealed && verify(sealed, base)).toEqual([]);
  expect(sealed?.frame?.at(-1)).toBe(`MOD\t${number}`);
  expect(sealed?.frame).toContain("Original: English");
});
