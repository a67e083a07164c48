import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Promised, type Seats, crashRound } from "./crashRound.ts";
import { databasePlaces, folderPlaces } from "./places.ts";
import { createRandom } from "./random.ts";

/** How many rounds go on the same data before fresh ones, so that a draft does not grow without end. */
const ROUNDS_A_PLACE = 50;

/** What all rounds together found. */
export interface CrashRow {
  readonly store: string;
  readonly rounds: number;
  readonly seed: number;
  /** Words that were called saved or were seen by another person, and were not there after the next start. */
  readonly lostSaved: number;
  readonly lostSeen: number;
  readonly saved: number;
  readonly seen: number;
  readonly typed: number;
  /** Rounds in which nothing had been called saved before the blow. */
  readonly empty: number;
}

/**
 * Kills the real server with SIGKILL at a random moment of writing by several people, `rounds` times, `chains` servers
 * side by side, and holds every next start to what was called saved or seen before. `postgres` is the address of a
 * PostgreSQL server in which databases may be made; without it the data are in SQLite.
 */
export async function crashBench(
  rounds: number,
  chains: number,
  seed: number,
  postgres: string | null,
): Promise<CrashRow> {
  const random = createRandom(seed);
  // Every client listens for the end of this process.
  process.setMaxListeners(0);
  const folder = mkdtempSync(join(tmpdir(), "plenary-crash-"));
  const places = postgres === null ? folderPlaces(folder) : databasePlaces(postgres, `crash_${process.pid}`);
  const sum = { store: places.kind, rounds: 0, seed, lostSaved: 0, lostSeen: 0, saved: 0, seen: 0, typed: 0, empty: 0 };
  let given = 0;

  async function runOn(name: string): Promise<boolean> {
    const count = Math.min(ROUNDS_A_PLACE, rounds - given);
    if (count <= 0) return false;
    given += count;
    const promised: Promised = { saved: new Set(), seen: new Set() };
    const seats: Seats = new Map();
    const place = await places.make(name);
    for (let round = 0; round <= count; round += 1) {
      const found = await crashRound(
        { place, cache: join(folder, "cache") },
        seats,
        promised,
        round,
        round < count ? random : null,
      );
      sum.lostSaved += found.lostSaved;
      sum.lostSeen += found.lostSeen;
      sum.saved += found.saved;
      sum.seen += found.seen;
      sum.typed += found.typed;
      if (round === count) continue;
      sum.rounds += 1;
      if (found.saved === 0) sum.empty += 1;
      if (sum.rounds % 25 === 0) console.error(`${sum.rounds} of ${rounds} rounds, ${JSON.stringify(sum)}`);
    }
    await places.clear(name);
    return true;
  }

  async function runChain(name: string): Promise<void> {
    for (let part = 0; await runOn(`${name}-${part}`); part += 1);
  }

  try {
    await Promise.all(Array.from({ length: chains }, (_, i) => runChain(`${i}`)));
    return sum;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
