import * as Y from "yjs";
import { characterKey, charactersOf } from "./copies.ts";

/** What a step deleted. */
export type Range = Y.UndoManager["undoStack"][number]["deletions"];

/** What of a live text is known, by its authors: all below these clocks. */
export type Known = ReadonlyMap<number, number>;

/** Words of the step that are gone from one place of a text, and what stands there. */
export interface Gap {
  /** The words, by the names of their characters, in their order. */
  readonly gone: Map<string, string>;
  /** The first of them. */
  readonly first: Y.ID;
  /** What the whole text says, and for each unit whether it came after the step. */
  readonly said: string;
  readonly newer: readonly boolean[];
  /** Where in it the gap begins and ends. */
  readonly from: number;
  readonly to: number;
  /** Whether what stood beside it is gone too, as when a command has carried it to another clause. */
  readonly carriedOff: boolean;
}

/** The places among the children of a text where words of a step are gone. */
export function gapsIn(children: readonly Y.Item[], deletions: Range, known: Known): Gap[] {
  const alive = children.filter(({ deleted }) => !deleted);
  const said = alive.map(charactersOf).join("");
  const newer = alive.flatMap((item) =>
    charactersOf(item)
      .split("")
      .map(() => isNewer(item, known)),
  );
  const gaps: Gap[] = [];
  let runs: Map<string, string>[] = [new Map()];
  const firsts = new Map<Map<string, string>, Y.ID>();
  let from = 0;
  let at = 0;
  let carriedOff = false;
  const close = (to: number): void => {
    for (const gone of runs)
      if (gone.size > 0) gaps.push({ gone, first: firsts.get(gone)!, said, newer, from, to, carriedOff });
    runs = [new Map()];
    carriedOff = false;
  };
  for (const item of children) {
    const characters = charactersOf(item);
    if (!item.deleted) {
      const older = characters !== "" && !isNewer(item, known);
      if (older) close(at);
      at += characters.length;
      if (older) from = at;
      continue;
    }
    const { id } = item;
    for (let i = 0; i < item.length; i++) {
      const one = { client: id.client, clock: id.clock + i };
      const own = Y.isDeleted(deletions, one);
      if (own && i < characters.length) {
        const run = runs.at(-1)!;
        if (run.size === 0) firsts.set(run, one);
        run.set(characterKey(one), characters[i]!);
      }
      if (own || !item.countable) continue;
      runs.push(new Map());
      carriedOff = true;
    }
  }
  close(at);
  return gaps;
}

/** Whether it came after what is known. */
export function isNewer({ id }: Y.Item, known: Known): boolean {
  return id.clock >= (known.get(id.client) ?? 0);
}
