import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { trackedText } from "../roundtrip/trackedText.ts";
import { type Piece, trackedFile } from "../roundtrip/trackedFile.ts";
import { base, current, folder, plenary } from "./shell.ts";
import { beforeAll, describe, expect, test } from "vitest";

writeFileSync(join(folder, "pdf.docx"), "%PDF-1.7");
writeFileSync(join(folder, "page.html"), "<p>Hello</p>");
writeFileSync(join(folder, "other.json"), "{}");
writeFileSync(join(folder, "other.xml"), "<a/>");

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
