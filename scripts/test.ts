import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { step } from "./step.ts";

/**
 * `pnpm test`: formatting, lint, types, dead code and every suite; `pnpm test:corpus`: the suites
 * over real input. The last line counts tests: `N passed, N failed, N skipped`.
 */
const checks: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ["formatting", "oxfmt", "--check"],
  ["lint", "oxlint", "--type-aware", "--deny-warnings"],
  ["types", "tsc", "--noEmit"],
  ["dead code", "knip"],
  ["the page", "vite", "build", "apps/web", "--logLevel", "warn"],
];

const corpus = process.argv[2] === "corpus";
const failed: string[] = [];

if (!corpus) {
  for (const [name, command, ...args] of checks) {
    console.log(`\n— ${name}`);
    if ((await step(command, args)) !== 0) failed.push(name);
  }
}

const report = join(tmpdir(), `plenary-test-${process.pid}.json`);
const projects = corpus ? ["corpus"] : ["unit", "system", "cluster", "journeys"];
console.log(`\n— suites: ${projects.join(", ")}`);
const status = await step("vitest", [
  "run",
  ...projects.map((project) => `--project=${project}`),
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
]);
const counts = readCounts(report);
rmSync(report, { force: true });
if (status !== 0) failed.push("suites");
if (failed.length > 0) console.log(`\nfailed: ${failed.join(", ")}`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = failed.length === 0 && counts.failed === 0 && counts.passed > 0 ? 0 : 1;

function readCounts(file: string): { passed: number; failed: number; skipped: number } {
  const found: unknown = JSON.parse(readFileSync(file, "utf8"));
  const count = (key: string): number => {
    const value: unknown = found !== null && typeof found === "object" ? Reflect.get(found, key) : undefined;
    if (typeof value !== "number") throw new Error(`the test report ${file} has no ${key}; run "pnpm test" again`);
    return value;
  };
  return {
    passed: count("numPassedTests"),
    failed: count("numFailedTests"),
    skipped: count("numPendingTests") + count("numTodoTests"),
  };
}
