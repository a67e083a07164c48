import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { trackedText } from "../roundtrip/trackedText.ts";
import { unzip } from "../roundtrip/unzip.ts";
import { base, current, folder, plenary } from "./shell.ts";
import { beforeAll, describe, expect, test } from "vitest";

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
