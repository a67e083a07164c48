import * as Y from "yjs";
import type { Struct, WireUpdate } from "./wireUpdate.ts";

/** What an update brings that the document has not, in an order in which each builds on what is there before it. */
export interface Integration {
  readonly fresh: readonly (Y.Item | Y.GC)[];
  /** Up to which clock a client is known once the update is in. */
  clockAfter(client: number): number;
}

/**
 * The order in which the update goes into the document; null when something in it never could: a gap, or an origin or
 * a parent that nobody has. Yjs would keep that waiting for ever, or throw half-way.
 */
export function integrationOf(doc: Y.Doc, update: WireUpdate): Integration | null {
  const clocks = new Map<number, number>();
  const clockAfter = (client: number): number => clocks.get(client) ?? Y.getState(doc.store, client);
  const queues = [...update.structs].map(([client, structs]) => {
    const clock = clockAfter(client);
    return { at: 0, structs: structs.filter((struct) => struct.id.clock + struct.length > clock) };
  });
  const fresh: (Y.Item | Y.GC)[] = [];
  const isKnown = (id: Y.ID | null): boolean => id === null || id.clock < clockAfter(id.client);

  function take(struct: Struct): boolean {
    const { id, length } = struct;
    if (struct instanceof Y.Skip || id.clock > clockAfter(id.client)) return false;
    if (struct instanceof Y.Item) {
      const parent = struct.parent instanceof Y.ID ? struct.parent : null;
      if (!isKnown(struct.origin) || !isKnown(struct.rightOrigin) || !isKnown(parent)) return false;
    }
    fresh.push(struct);
    clocks.set(id.client, id.clock + length);
    return true;
  }

  for (let goesOn = true; goesOn;) {
    goesOn = false;
    for (const queue of queues) {
      for (let next = queue.structs[queue.at]; next && take(next); next = queue.structs[queue.at]) {
        queue.at += 1;
        goesOn = true;
      }
    }
  }
  return queues.every(({ at, structs }) => at === structs.length) ? { fresh, clockAfter } : null;
}

/** Whether the update deletes only what is known once it is in. */
export function deletesTheKnown(update: WireUpdate, integration: Integration): boolean {
  return [...update.deletions].every(([client, ranges]) =>
    ranges.every(({ clock, len }) => clock + len <= integration.clockAfter(client)),
  );
}
