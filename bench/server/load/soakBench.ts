import { openStage } from "./processes.ts";
import { rooms, room } from "./scenarios.ts";

/** One reading: minutes since the start, memory in MB after a collection of garbage, processor time since the last one in percent of a core. */
export interface SoakRow {
  readonly minute: number;
  readonly memory: number;
  readonly cpu: number;
}

/**
 * Lets 100 people write once a second each in 20 drafts for so many minutes, and reads the server's memory after each.
 * Throws when somebody has not everything at the end, or has another text.
 */
export async function soakBench(minutes: number): Promise<SoakRow[]> {
  const clients = rooms(20, (number) => room(number, 5, 5, 1));
  const stage = await openStage("plenary", { name: "soak", rooms: 20, clients, during: 60_000, rounds: 1 });
  const rows: SoakRow[] = [];
  try {
    await stage.prepare();
    await stage.connect("one a room");
    await stage.connect("all others");
    let written: ReadonlyMap<number, number> = new Map();
    let before = await stage.usage();
    for (let minute = 1; minute <= minutes; minute += 1) {
      ({ written } = await stage.write(60_000));
      const now = await stage.usage();
      rows.push({
        minute,
        memory: Math.round(now.memory / 1024 / 1024),
        cpu: Math.round((now.cpu - before.cpu) / 600),
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
