import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROUNDS = 20;
const bench = join(import.meta.dirname, "../../bench/src/main.ts");

it(`loses nothing that it called saved or that anybody saw when it is killed while several people type, ${ROUNDS} times`, async () => {
  const folder = mkdtempSync(join(tmpdir(), "plenary-crash-test-"));
  const file = join(folder, "found.json");
  const options = ["crash", "--rounds", `${ROUNDS}`, "--seed", `${Math.ceil(Math.random() * 1e6)}`, "--json", file];
  const child = spawn(process.execPath, [bench, ...options], { stdio: "inherit" });
  try {
    const [code] = await once(child, "exit");
    const [found]: Record<string, number>[] = JSON.parse(readFileSync(file, "utf8"));
    expect({ code, ...found }).toMatchObject({ code: 0, rounds: ROUNDS, lostSaved: 0, lostSeen: 0 });
    expect(found?.["saved"]).toBeGreaterThan(ROUNDS);
    expect(found?.["seen"]).toBeGreaterThan(ROUNDS);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
