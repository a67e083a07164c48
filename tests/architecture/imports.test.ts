import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, importsOf, root } from "./source.ts";

/** The import table of ARCHITECTURE.md: part → the workspace packages it may import. */
const table = new Map(
  readFileSync(join(root, "ARCHITECTURE.md"), "utf8")
    .split("\n")
    .map((line) => /^\| `((?:packages|apps)\/\w+|bench|tests)` *\|.*\| ([^|]+?) *\|$/.exec(line))
    .filter((match) => match !== null)
    .map(
      ([, part = "", may = ""]) =>
        [part, may === "–" ? [] : may.split(", ").map((name) => `@plenary/${name}`)] as const,
    ),
);

/** Packages that run in a browser as well: they may not reach for Node. */
const anywhere = new Set([
  "packages/document",
  "packages/diff",
  "packages/formats",
  "packages/collab",
  "packages/editor",
  "apps/web",
]);

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);

describe.each([...table])("%s", (part, may) => {
  const files = filesBelow(part, (name) => /\.tsx?$/.test(name));
  const declared = declaredDependencies(part);

  it("imports only what the table allows", () => {
    const forbidden = files.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => !specifier.startsWith("."))
        .filter((specifier) => !allowed(path, specifier))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(forbidden).toEqual([]);
  });

  it("never leaves its folder by a relative import", () => {
    const leaving = files.flatMap((path) =>
      importsOf(path)
        .filter((specifier) => specifier.startsWith("."))
        .filter((specifier) => !normalize(join(dirname(path), specifier)).startsWith(`${part}/`))
        .map((specifier) => `${path} imports ${specifier}`),
    );
    expect(leaving).toEqual([]);
  });

  function allowed(path: string, specifier: string): boolean {
    if (specifier.startsWith("node:")) return !anywhere.has(part) || isTest(path) || path.endsWith(".config.ts");
    const name = specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/");
    if (name === `@plenary/${part.split("/")[1]}`) return isTest(path);
    if (part === "apps/web" && specifier === "@plenary/server/api") return onlyTypes(path, specifier);
    if (name.startsWith("@plenary/")) return may.includes(name);
    return declared.has(name);
  }
});

it("finds the table", () => {
  expect(table.size).toBe(11);
  expect(table.get("packages/diff")).toEqual(["@plenary/document"]);
});

it("lists no workspace package at the root, where every package could reach it", () => {
  expect([...declaredDependencies(".")].filter((name) => name.startsWith("@plenary/"))).toEqual([]);
});

function declaredDependencies(part: string): Set<string> {
  const manifest: unknown = JSON.parse(readFileSync(join(root, part, "package.json"), "utf8"));
  const names = (key: string): string[] => {
    const found: unknown = Reflect.get(Object(manifest), key);
    return found !== null && typeof found === "object" ? Object.keys(found) : [];
  };
  return new Set([...names("dependencies"), ...names("devDependencies"), ...names("peerDependencies")]);
}

function onlyTypes(path: string, specifier: string): boolean {
  const source = readFileSync(join(root, path), "utf8");
  return source
    .split("\n")
    .filter((line) => line.includes(`"${specifier}"`))
    .every((line) => line.startsWith("import type "));
}
