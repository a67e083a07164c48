import { readFileSync } from "node:fs";
import type { ChangeAuthor, WordReport } from "@plenary/server/api";
import { readDocx } from "@plenary/formats/docx";
import { readFile, verify } from "@plenary/formats/files";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectClient, synced } from "../collaboration/liveClient.ts";
import { type SignedIn, type TestServer, startTestServer } from "../collaboration/testServer.ts";
import { askOracle, corpusFile, hasOracle, saveFiles, wordFiles } from "./wordReaders.ts";

const missing = "(skipped: needs ../shared and python3)";
const words = " MIDDLE";

let server: TestServer;
beforeAll(async () => void (server = await startTestServer()));
afterAll(() => server.close());

async function json<T>(response: Response): Promise<T> {
  const value: unknown = await response.json();
  if (!response.ok) throw new Error(`${response.status}: ${JSON.stringify(value)}`);
  return value as T;
}

async function broughtIn(person: SignedIn, bytes: Uint8Array, text: string): Promise<string> {
  const report = await json<WordReport>(await person.send(`/api/word/report?name=a.docx&text=${text}`, bytes));
  const query = `name=a.docx&text=${text}&seen=${report.against?.seen}&silent=take`;
  return (await json<{ id: string }>(await person.send(`/api/word/draft?${query}`, bytes))).id;
}

async function exported(person: SignedIn, draft: string): Promise<Uint8Array> {
  const query = "format=docx&view=marked&authors=group-and-person";
  const response = await person.request("GET", `/api/drafts/${draft}/export?${query}`);
  if (!response.ok) throw new Error(await response.text());
  return new Uint8Array(await response.arrayBuffer());
}

/** Lines without the added words and without their labels: those of a draft are computed. */
const lines = (said: readonly string[]): string =>
  said
    .map((line) =>
      line
        .replaceAll(words, "")
        .replace(/^[^\s\p{L}]+\t/u, "")
        .trim(),
    )
    .filter((line) => line !== "")
    .join("\n");
const authorsIn = (bytes: Uint8Array): (string | null)[] => [
  ...new Set(readDocx(bytes).changes.map(({ author }) => author)),
];
/** Who touched each change last. */
const latest = (authors: Readonly<Record<string, readonly ChangeAuthor[]>> = {}): ChangeAuthor[] =>
  Object.values(authors).flatMap(([one]) => one ?? []);

describe.skipIf(!hasOracle)(`amendments from Word files ${hasOracle ? "" : missing}`, () => {
  it(
    "amended, taken out and brought in again are the same, author by author, for every fourth tracked sample",
    { timeout: 600_000 },
    async () => {
      const paths = hasOracle
        ? wordFiles("docx")
            .map(corpusFile)
            .filter((path) => readDocx(readFileSync(path)).changes.length > 0)
            .filter((_, i) => i % 4 === 0)
        : [];
      const verdicts = askOracle(paths);
      const [person, other, chair] = await Promise.all(["eur2", "arb", "chair"].map((name) => server.signIn(name)));
      if (!person || !other || !chair) throw new Error("Somebody could not sign in.");
      const { groups } = await person.get<{ groups: { code: string; name: string }[] }>("/api/conference");
      const group = groups.find(({ code }) => code === "EUR")?.name;
      const outs: Uint8Array[] = [];
      let kept = 0;
      let amended = 0;
      const wrong: string[] = [];
      for (const path of paths) {
        const bytes = readFileSync(path);
        const added = await person.send("/api/texts/word?name=a.docx", bytes);
        const { id: text } = await json<{ id: string }>(added);
        const draft = await broughtIn(person, bytes, text);
        const client = connectClient(server.rooms, draft, await person.ticket(draft));
        await synced(client);
        const first = readDocx(bytes).current.clauses.find(
          ({ content, kind }) => content.length > 0 && kind !== "table" && kind !== "footnote",
        );
        if (first && client.said(first.id) !== "") {
          client.type(first.id, words);
          await client.saved();
          amended += 1;
        }
        client.close();
        const out = await exported(person, draft);
        outs.push(out);
        const styles = (file: Uint8Array): string => String(unzipSync(file)["word/styles.xml"]);
        if (styles(out) === styles(bytes)) kept += 1;
        const base = (await person.get<{ published: Parameters<typeof verify>[1] }>(`/api/drafts/${draft}`)).published;
        const sealed = readFile("docx", out);
        const again = await broughtIn(other, out, text);
        const [before, after] = await Promise.all(
          [draft, again].map((id) => chair.get<Record<string, ChangeAuthor[]>>(`/api/drafts/${id}/authors`)),
        );
        const inFile = authorsIn(out).filter((name) => name !== group && !name?.startsWith("EUR – "));
        const known = new Set(authorsIn(bytes).map((name) => name ?? ""));
        const said = {
          sealed: sealed !== null && verify(sealed, base).length === 0,
          authors: inFile.every((name) => known.has(name ?? "")),
          again: Object.keys(before ?? {}).length === Object.keys(after ?? {}).length,
          names:
            latest(before)
              .map(({ name, group: of }) => (of === "" && name !== "" ? name : `EUR – ${name}`))
              .toSorted()
              .join() ===
            latest(after)
              .map(({ name }) => name)
              .filter((name) => name !== group)
              .toSorted()
              .join(),
        };
        if (Object.values(said).includes(false)) wrong.push(`${path} ${JSON.stringify(said)}`);
      }
      const found = askOracle(saveFiles(outs));
      for (const [i, path] of paths.entries()) {
        const same = [
          lines(found[i]!.accept) === lines(verdicts[i]!.accept),
          lines(found[i]!.reject) === lines(verdicts[i]!.reject),
        ];
        console.log(
          [path.split("corpus/")[1], ...same.map((equal) => (equal ? "equal" : "≠")), found[i]!.changes.length].join(
            "\t",
          ),
        );
        if (same.includes(false)) wrong.push(`${path} the independent reader's texts`);
      }
      console.log(`of ${paths.length}: ${amended} amended, ${kept} written into their file, ${wrong.length} wrong`);
      expect(paths.length).toBeGreaterThan(9);
      expect(kept).toBeGreaterThan(paths.length / 2);
      expect(amended).toBeGreaterThan(5);
      expect(wrong).toEqual([]);
    },
  );
});
