import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Text } from "@plenary/document";
import { afterAll, expect, it } from "vitest";
import { type LiveClient, connectClient, synced, wordsIn } from "./liveClient.ts";
import { signIn } from "./testServer.ts";

const ROUNDS = 20;
const main = join(import.meta.dirname, "../../packages/server/src/main.ts");
const folder = mkdtempSync(join(tmpdir(), "plenary-crash-"));
let child: ChildProcess | null = null;
afterAll(async () => {
  if (child && child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  rmSync(folder, { recursive: true });
});

/** Starts the real server on the folder; the answer is its address. */
async function start(): Promise<string> {
  child = spawn(process.execPath, [...process.execArgv, main], {
    env: { ...process.env, PORT: "0", DATA: folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (!child.stdout) throw new Error("The server has no output.");
  for await (const line of createInterface(child.stdout)) {
    const address = /^Plenary is at (http:\S+)\/$/.exec(line)?.[1];
    if (address) return address;
  }
  throw new Error("The server ended before it said where it is.");
}

it(`keeps everything that it called saved when it is killed in the middle of typing, ${ROUNDS} times`, async () => {
  let saved: string[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const origin = await start();
    const person = await signIn(origin, "clara-lindqvist");
    const [draft] = (await person.get<{ id: string; mayWrite: boolean }[]>("/api/drafts")).filter(
      (one) => one.mayWrite,
    );
    if (!draft) throw new Error("The sample has no draft that its delegate may write in.");
    const { published } = await person.get<{ published: Text }>(`/api/drafts/${draft.id}`);
    const clause = published.clauses[0]?.id ?? "";
    const client = connectClient(origin.replace("http", "ws") + "/rooms", draft.id, await person.ticket(draft.id));
    await synced(client);
    const words = wordsIn(client.doc);
    expect(saved.filter((word) => !words.includes(word))).toEqual([]);
    if (round < ROUNDS) {
      saved = [...saved, ...(await typeUntilKilled(client, clause, round))];
      expect(saved.length).toBeGreaterThan(round);
    } else {
      await stop();
    }
    client.close();
  }
}, 60_000);

/** Types word after word and asks after each whether it is saved; kills the server somewhere in it. The answer is what was. */
async function typeUntilKilled(client: LiveClient, clause: string, round: number): Promise<string[]> {
  const done: string[] = [];
  const exited = child ? once(child, "exit") : Promise.reject(new Error("There is no server."));
  // Answers come one after the other while the rest is on its way; the place of the blow differs from round to round.
  const noteWhenSaved = async (word: string): Promise<void> => {
    await client.saved();
    done.push(word);
    if (done.length === 1 + round) child?.kill("SIGKILL");
  };
  for (let i = 0; i < 40; i += 1) {
    const word = ` w${round}x${i}y`;
    client.type(clause, word);
    const answered = noteWhenSaved(word);
    if (i % 4 === 3) await Promise.race([answered, exited]);
  }
  await exited;
  return done;
}

async function stop(): Promise<void> {
  if (!child) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const [code] = await exited;
  expect(code).toBe(0);
}
