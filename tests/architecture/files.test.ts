import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, root } from "./source.ts";

const folders = ["packages", "apps", "tests", "bench", "scripts"];
const isSource = (name: string): boolean => /\.tsx?$/.test(name) && !name.endsWith(".d.ts");
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const sources = folders.flatMap((folder) => filesBelow(folder, isSource));
const product = sources.filter((path) => !isTest(path) && /^(packages|apps)\//.test(path));
const lines = (path: string): number => readFileSync(join(root, path), "utf8").split("\n").length - 1;

describe("test files", () => {
  it("are all collected by a suite", () => {
    const listed = execFileSync("vitest", ["list", "--filesOnly", "--json"], { cwd: root, encoding: "utf8" });
    const found: unknown = JSON.parse(listed.slice(listed.indexOf("[")));
    if (!Array.isArray(found)) throw new Error(`vitest listed no files: ${listed.slice(0, 200)}`);
    const collected = new Set(found.map((entry: unknown) => String(Reflect.get(Object(entry), "file"))));
    const missed = sources.filter((path) => isTest(path) && !collected.has(join(root, path)));
    expect(missed).toEqual([]);
    expect(collected.size).toBeGreaterThan(10);
  });
});

describe("file sizes", () => {
  it("no file has more than 300 lines", () => {
    expect(product.filter((path) => lines(path) > 300)).toEqual([]);
  });

  it("half of the files have at most 120 lines, nine in ten at most 250", () => {
    const sizes = product.map(lines).toSorted((a, b) => a - b);
    const at = (share: number): number => sizes[Math.floor(share * (sizes.length - 1))] ?? 0;
    expect(at(0.5)).toBeLessThanOrEqual(120);
    expect(at(0.9)).toBeLessThanOrEqual(250);
  });

  it("no folder holds more than 14 files", () => {
    const counts = new Map<string, number>();
    for (const path of product) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
    expect([...counts].filter(([, count]) => count > 14)).toEqual([]);
  });

  it("no folder or file is a drawer for leftovers", () => {
    expect(sources.filter((path) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.)/i.test(path))).toEqual([]);
  });
});
