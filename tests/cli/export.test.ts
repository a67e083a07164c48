import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { base, current, folder, plenary } from "./shell.ts";
import { describe, expect, test } from "vitest";

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
