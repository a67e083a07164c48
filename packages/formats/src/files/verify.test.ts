import { compare } from "@plenary/diff";
import { type ClauseKind, type Text, clause, run, text } from "@plenary/document";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amendments } from "../marked/testing/amendments.ts";
import { textHash } from "../proof/seal.ts";
import { readFile } from "./readFile.ts";
import { type Fault, verify } from "./verify.ts";
import { writeFile } from "./writeFile.ts";

const making = {
  title: "T",
  author: "IAP",
  date: "2026-03-01T12:00:00Z",
  typeset: () => Promise.reject(new Error("no PDF is read back")),
};
const formats = ["docx", "html", "json", "akn"] as const;
type Format = (typeof formats)[number];

async function faults(format: Format, bytes: Uint8Array, base?: Text): Promise<Fault[]> {
  const read = readFile(format, bytes);
  if (!read) throw new Error(`${format} is not read`);
  return verify(read, base);
}

/** The file with something replaced in its words, as somebody with an editor would. */
function tampered(format: Format, bytes: Uint8Array, from: string, to: string): Uint8Array {
  // The last time it is said: what Akoma Ntoso says of places before that is neither text.
  const edit = (bytes: Uint8Array): Uint8Array => {
    const said = strFromU8(bytes);
    const at = said.lastIndexOf(from);
    return at < 0 ? bytes : strToU8(said.slice(0, at) + to + said.slice(at + from.length));
  };
  if (format !== "docx") return edit(bytes);
  return zipSync(Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, edit(part)])));
}

const mark = "Unmistakable";
const marked = (text: Text): Text => ({
  ...text,
  clauses: [{ id: "first", kind: "title", level: 0, label: null, content: [run(mark)], rows: [] }, ...text.clauses],
});

describe.each(formats)("%s", (format) => {
  it("an export is as it was written, against its own base too", async () => {
    await fc.assert(
      fc.asyncProperty(
        amendments,
        fc.constantFrom("marked" as const, "clean" as const),
        async ([base, current], view) => {
          const bytes = await writeFile(compare(base, current), format, view, making);
          expect(await faults(format, bytes, base)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("another base is found", async () => {
    await fc.assert(
      fc.asyncProperty(amendments, async ([base, current]) => {
        const bytes = await writeFile(compare(base, current), format, "marked", making);
        const found = await faults(format, bytes, marked(base));
        expect(found).toEqual([{ side: "base", kind: "other", clause: mark }]);
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(["docx", "html", "akn"] as const)("words of %s that were tampered with", (format) => {
  it("are found and their line is named, whichever side it is on", async () => {
    await fc.assert(
      fc.asyncProperty(amendments, async ([base, current]) => {
        const bytes = await writeFile(compare(marked(base), marked(current)), format, "marked", making);
        const found = await faults(format, tampered(format, bytes, `>${mark}`, ">Unmistakeable"));
        expect(found).toEqual([
          { side: "current", kind: "words", clause: "Unmistakeable" },
          { side: "base", kind: "words", clause: "Unmistakeable" },
        ]);
      }),
      { numRuns: 20 },
    );
  });

  it("are found in what is proposed", async () => {
    await fc.assert(
      fc.asyncProperty(amendments, async ([base, current]) => {
        const bytes = await writeFile(compare(base, marked(current)), format, "marked", making);
        const found = await faults(format, tampered(format, bytes, `>${mark}`, ">Unmistakeable"));
        expect(found).toEqual([{ side: "current", kind: "words", clause: "Unmistakeable" }]);
      }),
      { numRuns: 20 },
    );
  });
});

describe.each(formats)("a seal of %s that was tampered with", (format) => {
  it("is found on its own side", async () => {
    await fc.assert(
      fc.asyncProperty(amendments, fc.constantFrom("base" as const, "current" as const), async (texts, side) => {
        const [base, current] = texts;
        fc.pre(textHash(base) !== textHash(current));
        const bytes = await writeFile(compare(base, current), format, "marked", making);
        const hash = textHash(side === "base" ? base : current);
        const other = `${hash.startsWith("0") ? "1" : "0"}${hash.slice(1)}`;
        const found = await faults(format, tampered(format, bytes, hash, other));
        expect(found.length).toBeGreaterThan(0);
        expect(new Set(found.map((fault) => fault.side))).toEqual(new Set([side]));
      }),
      { numRuns: 20 },
    );
  });
});

it("a JSON file is held to its whole texts and to its marked words", async () => {
  await fc.assert(
    fc.asyncProperty(amendments, fc.nat({ max: 1 }), async ([base, current], last) => {
      const bytes = await writeFile(compare(marked(base), marked(current)), "json", "marked", making);
      const said = strFromU8(bytes);
      const at = last === 0 ? said.indexOf(mark) : said.lastIndexOf(mark);
      const found = await faults("json", strToU8(`${said.slice(0, at)}Un${said.slice(at + 2 + 1)}`));
      expect(found.map(({ kind }) => kind)).toContain(last === 0 ? "text" : "words");
    }),
    { numRuns: 20 },
  );
});

it("a file whose changes were all accepted, or without seals, does not pass", async () => {
  const { base, current } = await pair();
  const html = strFromU8(await writeFile(compare(base, current), "html", "marked", making));
  const accepted = html.replace(/<del[^>]*>.*?<\/del>/gs, "").replace(/<\/?ins[^>]*>/g, "");
  expect((await faults("html", strToU8(accepted))).map(({ side }) => side)).toEqual(["base"]);
  const bare = html.replace(/<meta name="plenary-.*?>\n/g, "");
  expect((await faults("html", strToU8(bare))).map(({ kind }) => kind)).toEqual(["unsealed", "unsealed"]);
});

describe.each(formats)("kinds and levels in %s", (format) => {
  it("are held to the text, unless an old seal does not tell them", async () => {
    const kinds = ["source", "field", "proposal", "number", "title", "reference", "opening", "call", "item"] as const;
    const more = ["paragraph", "heading", "annexNumber", "annexTitle", "reasons"] as const;
    const labels: Partial<Record<ClauseKind, string>> = {
      item: "1",
      proposal: "MOD",
      reasons: "Reasons:",
      field: "S:",
    };
    const all = [...kinds, ...more].map((kind, i) =>
      clause(kind, `clause ${i}`, {
        label: labels[kind] ?? null,
        level: kind === "item" ? 2 : kind === "heading" ? 1 : 0,
      }),
    );
    const one = text("en", all);
    const bytes = await writeFile(compare(one, one), format, "clean", making);
    expect(await faults(format, bytes)).toEqual([]);
    const { base, current: read, seals } = readFile(format, bytes)!;
    const at = all.findIndex(({ kind }) => kind === "heading");
    for (const changed of [
      { kind: "paragraph" as const, level: 0 },
      { kind: "heading" as const, level: 2 },
    ]) {
      const clauses = read.clauses.map((each, i) => (i === at ? { ...each, ...changed } : each));
      const given = { base: { ...base, clauses }, current: { ...read, clauses } };
      const found = [{ side: "current", kind: "kinds", clause: `clause ${at}` }];
      expect(verify({ ...given, seals })).toEqual(found);
      const old = { ...seals, current: seals.current && { ...seals.current, shapes: null } };
      expect(verify({ ...given, seals: old })).toEqual([]);
    }
  });
});

it("a kind of file that has no such view is refused", async () => {
  const { base, current } = await pair();
  await expect(writeFile(compare(base, current), "json", "table", making)).rejects.toThrow(/marked, clean/);
});

async function pair(): Promise<{ base: Text; current: Text }> {
  const [text] = fc.sample(amendments, { numRuns: 1, seed: 1 })[0]!;
  const base = marked(text);
  const current = { ...base, clauses: base.clauses.with(0, { ...base.clauses[0]!, content: [run("Changed")] }) };
  return { base, current };
}
