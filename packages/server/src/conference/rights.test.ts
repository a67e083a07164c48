import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Person } from "./people.ts";
import { type Act, type Reach, may, rights, roles } from "./rights.ts";

const words: Record<Reach, string> = { all: "yes", own: "own group", none: "–" };
const cellsOf = (line: string): string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

it("docs/roles.md says what the code does: role by role, act by act", () => {
  const doc = readFileSync(join(import.meta.dirname, "../../../../docs/roles.md"), "utf8");
  const table = doc.split("\n").filter((line) => line.startsWith("|"));
  const head = ["act", ...roles];
  const rows = Object.entries(rights).map(([act, row]) => [act, ...roles.map((role) => words[row[role]])]);
  const said = table.map(cellsOf).filter(([first]) => !first?.startsWith("-"));
  const wanted = [head, ...rows];
  expect(said.slice(0, wanted.length)).toEqual(wanted);
});

it("own is the person's own group, and nobody's who has none", () => {
  const delegate = (group: string | null): Person => ({ id: "p", name: "P", group, role: "delegate" });
  const act: Act = "write drafts";
  expect(may(delegate("EUR"), act, "EUR")).toBe(true);
  expect(may(delegate("EUR"), act, "ARB")).toBe(false);
  expect(may(delegate(null), act, null)).toBe(false);
  expect(may(delegate("EUR"), act)).toBe(false);
});
