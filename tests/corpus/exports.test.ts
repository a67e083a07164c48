import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Redline, compare } from "@plenary/diff";
import { type Text, plainText } from "@plenary/document";
import { arbitraryEdit } from "@plenary/document/arbitrary";
import { readAkn } from "@plenary/formats/akn";
import { readDocx } from "@plenary/formats/docx";
import { readFile, verify, writeFile } from "@plenary/formats/files";
import { readText } from "@plenary/formats/text";
import { createTypesetter } from "@plenary/typeset";
import * as fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { goldRedline, resolution2 } from "./amendments.ts";
import { corpusFile, hasSchemas, saveFiles, schemaFaults, wordFiles } from "./wordReaders.ts";

const there = existsSync(corpusFile("seeds"));
const skipped = "(skipped: needs ../shared)";
const hasPoppler = spawnSync("pdftotext", ["-v"]).status === 0;
const typesetter = createTypesetter();
afterAll(() => typesetter.close());
const making = {
  title: "T",
  author: "IAP",
  date: "2026-03-01T12:00:00Z",
  typeset: typesetter.set.bind(typesetter),
};

/** Random amendments of every seed, the same every time. */
function seedRedlines(): [name: string, redline: Redline][] {
  const names = readdirSync(corpusFile("seeds")).filter((name) => name.endsWith(".txt"));
  return names.flatMap((name, i) => {
    const { text: base } = readText(readFileSync(corpusFile(`seeds/${name}`), "utf8"), { name });
    return fc
      .sample(arbitraryEdit(base), { numRuns: 3, seed: i })
      .map((current): [string, Redline] => [name, compare(base, current, { ids: "trusted" })]);
  });
}

/** The tracked changes of every Word sample. */
function wordRedlines(): [name: string, redline: Redline][] {
  return [...wordFiles("docx"), ...wordFiles("itu")].map((name) => {
    const { base, current } = readDocx(readFileSync(corpusFile(name)));
    return [name, compare(base, current, { ids: "trusted" })];
  });
}

/** The texts of the gold amendments and of Resolution 2, compared. */
function gold(): [name: string, redline: Redline][] {
  return [goldRedline("en"), goldRedline("zh"), resolution2()].map(({ base, current }, i) => [
    ["gold en", "gold zh", "Resolution 2"][i] ?? "",
    compare(base, current),
  ]);
}

/** A random amendment of each of the 64 texts of the Final Acts, the same every time. */
function actRedlines(): [name: string, redline: Redline][] {
  const { texts } = readAkn(readFileSync(corpusFile("itu/pp18-final-acts.en.akn.xml"), "utf8"));
  return texts.map(({ number, text: base }, i): [string, Redline] => {
    const [current] = fc.sample(arbitraryEdit(base), { numRuns: 1, seed: 64 + i });
    return [number, compare(base, current ?? base, { ids: "trusted" })];
  });
}

let made: [name: string, redline: Redline][] | null = null;
const amendments = (): [name: string, redline: Redline][] =>
  (made ??= [...seedRedlines(), ...wordRedlines(), ...gold(), ...actRedlines()]);

/** The words of a file of plain text or Markdown with the marks of one kind taken away and those of the other opened. */
const unmarked = {
  text(said: string, gone: "-" | "+"): string {
    const [taken, opened] = gone === "-" ? [/\[-[^]*?-\]/g, /\{\+([^]*?)\+\}/g] : [/\{\+[^]*?\+\}/g, /\[-([^]*?)-\]/g];
    return said.replace(taken, "").replace(opened, "$1").replaceAll("¶", "");
  },
  markdown(said: string, gone: "-" | "+"): string {
    const marks = (sign: string): RegExp =>
      new RegExp(`(?<!\\\\)\\{\\${sign}\\${sign}([^]*?)\\${sign}\\${sign}(?<!\\\\)\\}`, "g");
    return said.replace(marks(gone), "").replace(marks(gone === "-" ? "+" : "-"), "$1");
  },
} as const;

/** The letters and digits of a file in their order, without the marks of formatting. */
const letters = {
  text: (said: string): string => said.replaceAll(/[^\p{L}\p{N}]+/gu, ""),
  markdown: (said: string): string => letters.text(said.replaceAll(/<!--[^]*?-->|(?<!\\)<\/?\w+[^>]*>|&#?\w+;/g, "")),
} as const;

describe.skipIf(!there)(`exports of the corpus ${there ? "" : skipped}`, () => {
  it.each(["docx", "html", "json", "akn"] as const)(
    "%s: accepting and rejecting all gives the sealed texts",
    async (format) => {
      const all = amendments();
      const faults: string[] = [];
      for (const [name, redline] of all)
        for (const view of ["marked", "clean"] as const) {
          const read = readFile(format, await writeFile(redline, format, view, making));
          for (const { side, clause } of read ? verify(read) : []) faults.push(`${name} ${view} ${side}: ${clause}`);
        }
      console.log(`${format}: ${all.length} amendments, ${faults.length} faults`);
      expect(all.length).toBeGreaterThan(250);
      expect(faults).toEqual([]);
    },
  );

  it.each(["text", "markdown"] as const)(
    "%s: without the deletions it is the clean file, without the insertions that of the base",
    async (format) => {
      const all = amendments();
      const say = async (redline: Redline, view: "marked" | "clean"): Promise<string> =>
        new TextDecoder().decode(await writeFile(redline, format, view, making));
      const wrong: string[] = [];
      for (const [name, redline] of all) {
        const { base } = redline;
        const marked = await say(redline, "marked");
        const whole = { current: await say(redline, "clean"), base: await say(compare(base, base), "clean") };
        if (letters[format](unmarked[format](marked, "-")) !== letters[format](whole.current))
          wrong.push(`${name} accept`);
        if (letters[format](unmarked[format](marked, "+")) !== letters[format](whole.base))
          wrong.push(`${name} reject`);
      }
      console.log(`${format}: ${all.length} amendments, ${wrong.length} wrong`);
      expect(wrong).toEqual([]);
    },
  );

  it.skipIf(!hasSchemas)("comparison tables are valid Word files", { timeout: 300_000 }, async () => {
    const all = [...seedRedlines(), ...gold()];
    const files = await Promise.all(all.map(([, redline]) => writeFile(redline, "docx", "table", making)));
    expect(schemaFaults(saveFiles(files)).flat()).toEqual([]);
  });

  it.skipIf(!hasPoppler)("PDF files say what the text says, in every language", { timeout: 600_000 }, async () => {
    for (const [name, redline] of [...seedRedlines().filter((_, i) => i % 3 === 0), ...gold()]) {
      const found = extracted(await writeFile(redline, "pdf", "clean", making));
      expect([name, missing(redline.current, found)]).toEqual([name, []]);
    }
  });

  it.skipIf(!hasPoppler)("Arabic is extracted in its order, the words whole", async () => {
    const base = readText(
      "القرار 50 (المراجَع في كيغالي، 2022)\nإذ يضع في اعتباره\nأ )\tأن النطاق MHz 1 164-960 متاح للاتصالات؛\n",
    ).text;
    const found = extracted(await writeFile(compare(base, base), "pdf", "clean", making));
    expect(missing(base, found)).toEqual([]);
  });
});

function extracted(pdf: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "plenary-pdf-")), "file.pdf");
  writeFileSync(path, pdf);
  return execFileSync("pdftotext", [path, "-"], { encoding: "utf8", maxBuffer: 1e9 });
}

const wordsIn = (said: string): string[] =>
  said
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .match(/\p{L}+/gu) ?? [];

/** The words of a text that stand nowhere in what was extracted; hyphens at the ends of lines are looked through. */
function missing(text: Text, found: string): string[] {
  const letters = wordsIn(found).join("");
  const stands = (word: string): boolean => letters.includes(word);
  // A page's foot may stand between the two parts of a word.
  const parted = (word: string): boolean =>
    Array.from(word, (_, i) => i).some((i) => i > 0 && stands(word.slice(0, i)) && stands(word.slice(i)));
  return [...new Set(wordsIn(plainText(text)))].filter((word) => !stands(word) && !parted(word));
}
