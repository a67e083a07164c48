import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { trackedText } from "../roundtrip/trackedText.ts";
import { type Piece, trackedFile } from "../roundtrip/trackedFile.ts";
import { unzip } from "../roundtrip/unzip.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const main = resolve(import.meta.dirname, "../../apps/cli/src/main.ts");
const base = "RESOLUTION 900 (Kigali, 2022)\nPigeons\nThe Council,\nresolves\n1\tto begin at once;\n2\tto end.\n";
const current = base.replace("at once", "soon");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "plenary-"));
  writeFileSync(join(folder, "base.txt"), base);
  writeFileSync(join(folder, "current.txt"), current);
  writeFileSync(join(folder, "pdf.docx"), "%PDF-1.7");
  writeFileSync(join(folder, "page.html"), "<p>Hello</p>");
  writeFileSync(join(folder, "other.json"), "{}");
  writeFileSync(join(folder, "other.xml"), "<a/>");
});
afterAll(() => rmSync(folder, { recursive: true }));

function plenary(...args: string[]) {
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { env, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("compare", () => {
  test("no change gives 0, changes give 1 and the redline", () => {
    expect(plenary("compare", "base.txt", "base.txt")).toEqual({ status: 0, stdout: base, stderr: "" });
    const { status, stdout } = plenary("compare", "base.txt", "current.txt");
    expect(status).toBe(1);
    expect(stdout).toContain("1\tto begin [-at once-]{+soon+};\n");
  });

  test("the hunks of json join to both texts", () => {
    const entries: { symbol: string; hunks: [string, string][] }[] = JSON.parse(
      plenary("compare", "base.txt", "current.txt", "--format", "json").stdout,
    );
    const side = (op: string) =>
      entries
        .map(
          ({ hunks }) =>
            `${hunks
              .filter(([own]) => own !== op)
              .map(([, said]) => said)
              .join("")}\n`,
        )
        .join("");
    expect(side("+")).toBe(base);
    expect(side("-")).toBe(current);
    expect(entries.map(({ symbol }) => symbol)).toEqual(["NOC", "NOC", "NOC", "NOC", "MOD", "NOC"]);
  });

  test("text accepts all changes; docx and html go to a file", () => {
    expect(plenary("compare", "base.txt", "current.txt", "--format", "text").stdout).toBe(current);
    expect(plenary("compare", "base.txt", "current.txt", "--format", "docx", "-o", "out.docx").status).toBe(1);
    expect(readFileSync(join(folder, "out.docx")).subarray(0, 2).toString()).toBe("PK");
    expect(plenary("compare", "base.txt", "current.txt", "--format", "html", "-o", "out.html").status).toBe(1);
    expect(readFileSync(join(folder, "out.html"), "utf8")).toContain("soon");
  });
});

describe("compare --clean", () => {
  test("writes the current text alone, and Word files carry the author that was named", () => {
    const word = (...args: string[]) => {
      plenary("compare", "base.txt", "current.txt", "--format", "docx", "-o", "word.docx", ...args);
      return new Uint8Array(readFileSync(join(folder, "word.docx")));
    };
    expect(plenary("compare", "base.txt", "current.txt", "--clean").stdout).toBe(current);
    const clean = word("--clean");
    expect(trackedText(clean, "reject")).toEqual(trackedText(clean, "accept"));
    const marked = word("--author", "CEPT");
    expect(trackedText(marked, "accept")).toEqual(trackedText(clean, "accept"));
    expect(unzip(marked).get("word/document.xml")).toContain('w:author="CEPT"');
    expect(plenary("compare", "base.txt", "current.txt", "--clean", "--format", "json")).toMatchObject({ status: 2 });
  });
});

describe("merge", () => {
  const wishes = {
    "soon.txt": base.replace("at once", "soon"),
    "never.txt": base.replace("at once", "never").replace("to end.", "to end;\n3\tto report."),
    "count.txt": base.replace("to end.", "to end and count."),
  };
  beforeAll(() => {
    for (const [name, said] of Object.entries(wishes)) writeFileSync(join(folder, name), said);
  });

  test("one amendment gives its text, none of its words lost; the same twice is one", () => {
    for (const [name, said] of Object.entries(wishes)) {
      expect(plenary("merge", "base.txt", name, "--clean")).toEqual({ status: 0, stdout: said, stderr: "" });
      expect(plenary("merge", "base.txt", name, name, "base.txt", "--clean").stdout).toBe(said);
    }
  });

  test("what does not collide stands in the redline", () => {
    const { status, stdout, stderr } = plenary("merge", "base.txt", "soon.txt", "count.txt");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("1\tto begin [-at once-]{+soon+};\n2\tto end{+ and count+}.\n");
  });

  test("where amendments collide the base's words are left, and every alternative is said with its owners", () => {
    const { status, stdout, stderr } = plenary("merge", "base.txt", "soon.txt", "never.txt", "current.txt", "--clean");
    expect(status).toBe(1);
    expect(stdout).toContain("1\tto begin at once;\n");
    expect(stdout).toContain("3\tto report.\n");
    expect(stderr).toContain("collision 1 of 1\n");
    expect(stderr).toContain("  soon.txt, current.txt: Replaced “at once” with “soon” in resolves 1\n");
    expect(stderr).toContain("  never.txt: Replaced “at once” with “never” in resolves 1\n");
    const json = plenary("merge", "base.txt", "soon.txt", "never.txt", "--format", "json");
    expect(json).toMatchObject({ status: 1, stderr: "" });
    expect(JSON.parse(json.stdout)).toMatchObject({
      text: { language: "en" },
      collisions: [
        {
          alternatives: expect.arrayContaining([
            { owners: ["soon.txt"], changes: [expect.objectContaining({ deleted: "at once", inserted: "soon" })] },
            { owners: ["never.txt"], changes: [expect.objectContaining({ deleted: "at once", inserted: "never" })] },
          ]),
        },
      ],
    });
  });

  test("insertions at one point stack, or collide on demand", () => {
    const added = (line: string) => base.replace("2\tto end.", `2\t${line};\n3\tto end.`);
    writeFileSync(join(folder, "a.txt"), added("to sing"));
    writeFileSync(join(folder, "b.txt"), added("to dance"));
    const stacked = plenary("merge", "base.txt", "a.txt", "b.txt", "--clean");
    expect(stacked.status).toBe(0);
    expect(stacked.stdout.split("\n").slice(-5)).toEqual([
      "1\tto begin at once;",
      "2\tto dance;",
      "3\tto sing;",
      "4\tto end.",
      "",
    ]);
    const left = plenary("merge", "base.txt", "a.txt", "b.txt", "--clean", "--insertions", "collide");
    expect(left).toMatchObject({ status: 1, stdout: base });
  });

  test("goes out as a Word file with tracked changes and as a page", () => {
    const files = ["base.txt", "soon.txt", "count.txt"];
    expect(plenary("merge", ...files, "--format", "docx", "-o", "merged.docx").status).toBe(0);
    const word = new Uint8Array(readFileSync(join(folder, "merged.docx")));
    expect(trackedText(word, "accept").join("\n")).toContain("to end and count.");
    expect(trackedText(word, "reject").join("\n")).toContain("to begin at once;");
    expect(plenary("merge", ...files, "--format", "html").stdout).toContain("<del>at once</del><ins>soon</ins>");
  });
});

describe("import", () => {
  test("json can be compared again", () => {
    writeFileSync(join(folder, "base.json"), plenary("import", "base.txt").stdout);
    expect(plenary("compare", "base.json", "base.txt").status).toBe(0);
  });

  test.each(["html", "json", "akn", "docx"])("a marked-up %s file gives both its sides", (ending) => {
    plenary("export", "current.txt", "--base", "base.txt", "-o", `sides.${ending}`);
    const read = (side: string): string =>
      plenary("import", `sides.${ending}`, "--format", "text", "--side", side).stdout;
    expect(read("current")).toBe(current);
    expect(read("base")).toBe(base);
    expect(plenary("compare", "current.txt", `sides.${ending}`).status).toBe(0);
  });

  test("several files of one name are not written over each other", () => {
    for (const name of ["one", "other"]) {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, "text.txt"), base);
    }
    expect(plenary("import", "one/text.txt", "other/text.txt", "-o", "both")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("one/text.txt and other/text.txt would both be written to text.json"),
    });
  });

  test("text and outline", () => {
    expect(plenary("import", "base.txt", "--format", "text").stdout).toBe(base);
    const outline: unknown = JSON.parse(plenary("import", "base.txt", "--format", "outline").stdout);
    expect(outline).toMatchObject({ language: "en", kind: "resolution", number: 900, sections: [{ items: 2 }] });
  });
});

describe("export and verify", () => {
  const kinds = ["docx", "pdf", "html", "md", "txt", "json"];

  test.each(kinds)("a %s file is written by its ending, marked up and clean", (ending) => {
    const marked = plenary("export", "current.txt", "--base", "base.txt", "-o", `marked.${ending}`);
    expect(marked).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(plenary("export", "current.txt", "-o", `clean.${ending}`).status).toBe(0);
    const [one, other] = ["marked", "clean"].map((name) => readFileSync(join(folder, `${name}.${ending}`)));
    expect(one?.equals(other ?? Buffer.of())).toBe(false);
  });

  test.each(["docx", "html", "json", "akn"])("a %s file is as it was written, and another base is found", (ending) => {
    plenary("export", "current.txt", "--base", "base.txt", "-o", `out.${ending}`);
    const { status, stdout } = plenary("verify", `out.${ending}`, "--base", "base.txt");
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/accepting all .*sha256:.*\n.*rejecting all .*sha256:/),
    ]);
    const other = plenary("verify", `out.${ending}`, "--base", "current.txt");
    expect([other.status, other.stdout]).toEqual([1, expect.stringContaining("says: 1 to begin soon;")]);
  });

  test("a tampered file gives 1 and names the line", () => {
    plenary("export", "current.txt", "--base", "base.txt", "-o", "tampered.html");
    const said = readFileSync(join(folder, "tampered.html"), "utf8");
    writeFileSync(join(folder, "tampered.html"), said.replace("to end.", "to go on."));
    const { status, stdout } = plenary("verify", "tampered.html");
    expect([status, stdout]).toEqual([1, expect.stringContaining("2 to go on.")]);
  });

  test("a table of both texts, and what can not be", () => {
    for (const ending of ["docx", "pdf", "html"])
      expect(
        plenary("export", "current.txt", "--base", "base.txt", "--view", "table", "-o", `t.${ending}`).status,
      ).toBe(0);
    expect(plenary("export", "current.txt", "--base", "base.txt", "--view", "table", "-o", "t.md")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("marked, clean"),
    });
    expect(plenary("export", "current.txt", "--view", "marked", "-o", "t.html").stderr).toContain("--base");
    expect(plenary("export", "current.txt", "-o", "t.exe").stderr).toContain("docx, pdf, html");
    expect(plenary("verify", "t.pdf")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(".docx, .html, .json, .akn"),
    });
  });
});

describe("errors give 2 and say what to do", () => {
  const wrong: [string, string[], RegExp][] = [
    ["no command", [], /plenary --help/],
    ["an unknown command", ["compere"], /no command "compere"/],
    ["an unknown option", ["compare", "--what"], /plenary --help/],
    ["one file", ["compare", "base.txt"], /two files/],
    ["a file that is not there", ["compare", "base.txt", "none.txt"], /none\.txt.*check the path/],
    ["a file of another kind", ["import", "base.exe"], /\.html, \.akn or \.xml/],
    ["a PDF file", ["import", "a.pdf"], /a\.pdf: .*take the Word file/],
    ["an old Word file", ["compare", "base.txt", "a.doc"], /a\.doc: .*save it as \.docx/],
    ["a PDF file called .docx", ["import", "pdf.docx"], /pdf\.docx: .*PDF file/],
    ["a page from elsewhere", ["import", "page.html"], /page\.html: .*not written by Plenary/],
    ["another JSON", ["import", "other.json"], /other\.json: /],
    ["another XML", ["import", "other.xml"], /other\.xml: .*no Akoma Ntoso/],
    ["no export", ["verify", "page.html"], /page\.html: .*not written by Plenary/],
    ["an unknown format", ["import", "base.txt", "--format", "pdf"], /json, text, outline, changes/],
    ["an unknown language", ["import", "base.txt", "--language", "xx"], /en, fr, es, ru, ar, zh/],
    ["a merge of one file", ["merge", "base.txt"], /at least one amended text/],
    ["an unknown way of insertions", ["merge", "base.txt", "base.txt", "--insertions", "x"], /stack or collide/],
    ["docx to the terminal", ["compare", "base.txt", "current.txt", "--format", "docx"], /-o/],
  ];
  test.each(wrong)("%s", (_, args, message) => {
    const { status, stdout, stderr } = plenary(...args);
    expect(stderr).toMatch(message);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test("--help prints the usage and gives 0", () => {
    const { status, stdout } = plenary("--help");
    expect(status).toBe(0);
    expect(stdout).toContain("plenary compare BASE CURRENT");
  });
});

describe("Word files", () => {
  const by = { author: "Ana Ruiz", date: "2026-03-01T09:00:00Z" };
  const paragraphs: readonly (readonly Piece[])[] = [
    ["RESOLUTION 900 (Kigali, 2022)"],
    ["resolves"],
    ["1\tto begin ", { ...by, del: "at once" }, { ...by, author: "Bo", ins: "soon\tor later" }, ";"],
  ];

  beforeAll(() => {
    writeFileSync(join(folder, "tracked.docx"), trackedFile(paragraphs));
    writeFileSync(
      join(folder, "clean.docx"),
      trackedFile([["RESOLUTION 900 (Kigali, 2022)"], ["resolves"], ["1\tto begin now;"]]),
    );
    writeFileSync(join(folder, "made.pdf"), "%PDF-1.7");
  });

  test("import prints either side, one paragraph a line", () => {
    const lines = (side: string) => plenary("import", "tracked.docx", "--format", "text", "--side", side).stdout;
    expect(lines("base")).toBe("RESOLUTION 900 (Kigali, 2022)\nresolves\n1\tto begin at once;\n");
    expect(lines("current")).toBe("RESOLUTION 900 (Kigali, 2022)\nresolves\n1\tto begin soon\tor later;\n");
  });

  test("import prints one change a line: type, author, date, words", () => {
    expect(plenary("import", "tracked.docx", "--format", "changes").stdout).toBe(
      "del\tAna Ruiz\t2026-03-01T09:00:00Z\tat once\nins\tBo\t2026-03-01T09:00:00Z\tsoon\\tor later\n",
    );
  });

  test("several files go to a folder, and one that fails does not keep the others", () => {
    const run = plenary("import", "tracked.docx", "made.pdf", "clean.docx", "--format", "text", "-o", "texts");
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("made.pdf: a PDF file can not be read; take the Word file");
    expect(readFileSync(join(folder, "texts/clean.txt"), "utf8")).toContain("to begin now;");
    expect(readFileSync(join(folder, "texts/tracked.txt"), "utf8")).toContain("soon");
    expect(plenary("import", "tracked.docx", "clean.docx").stderr).toContain("name it with -o");
  });

  test("compare takes Word files, and the ending of the output tells the format", () => {
    expect(plenary("compare", "tracked.docx", "clean.docx", "-o", "out2.docx").status).toBe(1);
    const file = readFileSync(join(folder, "out2.docx"));
    expect(trackedText(file, "accept").at(-1)).toBe("1\tto begin now;");
    expect(trackedText(file, "reject").at(-1)).toBe("1\tto begin soon\tor later;");
  });

  test("a damaged file is named, with what to do", () => {
    writeFileSync(join(folder, "damaged.docx"), trackedFile(paragraphs).slice(0, 500));
    const { status, stderr } = plenary("import", "damaged.docx");
    expect([status, stderr]).toEqual([2, expect.stringContaining("damaged.docx: This file is damaged")]);
  });
});

describe("Akoma Ntoso", () => {
  const statement = (number: number) =>
    `<statement name="resolution"><meta/><preface><p><docNumber>RESOLUTION ${number} (Porto, 2023)</docNumber></p></preface>` +
    `<mainBody><p>Ferries go at ${number}.</p></mainBody></statement>`;
  beforeAll(() => {
    const collection = `<documentCollection name="acts"><components>${statement(7)}${statement(72)}</components></documentCollection>`;
    const root = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">';
    writeFileSync(join(folder, "acts.xml"), `${root}${collection}</akomaNtoso>`);
  });

  test("a file carries base and current text, out and in again", () => {
    expect(plenary("compare", "base.txt", "current.txt", "--format", "akn", "-o", "out.akn").status).toBe(1);
    expect(plenary("import", "out.akn", "--format", "text").stdout).toBe(current);
    expect(plenary("import", "out.akn#base", "--format", "text").stdout).toBe(base);
    expect(plenary("compare", "out.akn#current", "current.txt")).toEqual({ status: 0, stdout: current, stderr: "" });
    plenary("compare", "base.txt", "current.txt", "--clean", "--format", "akn", "-o", "clean.akn");
    expect(plenary("import", "clean.akn", "--format", "text").stdout).toBe(current);
  });

  test("one of several texts is chosen by place or number", () => {
    const { status, stdout } = plenary("compare", "acts.xml#RESOLUTION 7", "acts.xml#2");
    expect([status, stdout]).toEqual([1, "RESOLUTION [-7-]{+72+} (Porto, 2023)\nFerries go at [-7-]{+72+}.\n"]);
    const chosen = plenary("import", "acts.xml", "--text", "resolution 72", "--format", "text");
    expect(chosen.stdout).toBe("RESOLUTION 72 (Porto, 2023)\nFerries go at 72.\n");
  });

  test("without a choice, or with a wrong one, the texts are listed", () => {
    for (const file of ["acts.xml", "acts.xml#RESOLUTION 8", "acts.xml#3"]) {
      const { status, stderr } = plenary("import", file);
      expect(status).toBe(2);
      expect(stderr).toContain("acts.xml holds 2 texts;");
      expect(stderr).toContain("  2  RESOLUTION 72 (Porto, 2023)");
    }
  });
});
