import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The repository's root, from this file. */
export const root = join(import.meta.dirname, "../..");

/** Every file below a folder of the repository whose name passes, as paths from the root; what tools make is left out. */
export function filesBelow(folder: string, passes: (name: string) => boolean): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && passes(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/(^|\/)(node_modules|dist|data)\//.test(path));
}

/** The module specifiers that a source file imports or re-exports, types included. */
export function importsOf(path: string): string[] {
  const source = readFileSync(join(root, path), "utf8");
  return [
    ...source.matchAll(
      /^\s*(?:import|export)\s(?:[^"'`;]*?\sfrom\s)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? "");
}
