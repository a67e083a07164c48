import { openStage } from "./processes.ts";
import { rooms, room } from "./scenarios.ts";

/** One reading: minutes since the start, memory in MB after a collection of garbage, processor time since the last one in percent of a core. */
export interface SoakRow {
  readonly minute: number;
  readonly memory: number;
  readonly cpu: number;
  /** By how many MB a minute the memory has grown since the end of the warm-up; null until there are three readings. */
  readonly slope: number | null;
}

/** How many minutes count as the warm-up: until the drafts have the length that they keep. */
const WARM_UP = 3;

/**
 * Lets 100 people write once a second each in 20 drafts for so many minutes, and take out as much once a clause is long,
 * and reads the server's memory after each.
 * Throws when somebody has not everything at the end, or has another text.
 */
export async function soakBench(minutes: number): Promise<SoakRow[]> {
  const clients = rooms(20, (number) => room(number, 5, 5, 1));
  const stage = await openStage("plenary", { name: "soak", rooms: 20, clients, warmUp: 0, during: 60_000, rounds: 1 });
  const rows: SoakRow[] = [];
  const readings: number[] = [];
  try {
    await stage.prepare();
    await stage.connect("one a room");
    await stage.connect("all others");
    let written: ReadonlyMap<number, number> = new Map();
    let before = await stage.usage();
    for (let minute = 1; minute <= minutes; minute += 1) {
      ({ written } = await stage.write(60_000, true));
      const now = await stage.usage();
      readings.push(now.memory / 1024 / 1024);
      rows.push({
        minute,
        memory: Math.round(now.memory / 1024 / 1024),
        cpu: Math.round((now.cpu - before.cpu) / 600),
        slope: slopeOf(readings.slice(WARM_UP)),
      });
      console.error(JSON.stringify(rows.at(-1)));
      before = now;
    }
    const settled = await stage.settle(written);
    const behind = settled.reduce((sum, one) => sum + one.behind, 0);
    const texts = new Map<number, Set<string>>();
    for (const [number, hashes] of settled.flatMap((one) => [...one.texts]))
      texts.set(number, new Set([...(texts.get(number) ?? []), ...hashes]));
    const diverged = [...texts.values()].filter(({ size }) => size > 1).length;
    if (behind + diverged > 0)
      throw new Error(`${behind} clients are behind, ${diverged} drafts have more than one text.`);
    return rows;
  } finally {
    stage.end();
  }
}

/** The slope of the straight line that fits the readings best, in their unit a reading; null for fewer than three. */
function slopeOf(readings: readonly number[]): number | null {
  if (readings.length < 3) return null;
  const middle = (readings.length - 1) / 2;
  const mean = readings.reduce((sum, one) => sum + one, 0) / readings.length;
  const products = readings.map((one, i) => (i - middle) * (one - mean));
  const squares = readings.map((_, i) => (i - middle) ** 2);
  const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
  return Math.round((100 * sum(products)) / sum(squares)) / 100;
}
