import * as Y from "yjs";

/**
 * Lets every step of one's own know its words again after others of them were taken back or redone, which makes them
 * anew. The undo manager would look for them by where they begin alone; where they had since grown together with
 * another person's words, those would go with them.
 */
export function followRedone(manager: Y.UndoManager): void {
  for (const step of [...manager.undoStack, ...manager.redoStack])
    step.insertions = asTheyStand(manager.doc.store, step.insertions);
}

type Store = Y.Doc["store"];
type Ranges = Y.UndoManager["undoStack"][number]["insertions"];

/** The ranges, with what was redone in the place of what it is the copy of. */
function asTheyStand(store: Store, ranges: Ranges): Ranges {
  const now = Y.createDeleteSet();
  const parts = (client: number) => now.clients.get(client) ?? now.clients.set(client, []).get(client)!;
  const add = (client: number, from: number, to: number): void => {
    for (let at = from; at < to;) {
      const { id, length, redone } = found(store, client, at);
      const end = Math.min(to, id.clock + length);
      if (redone) {
        const moved = redone.clock - id.clock;
        add(redone.client, at + moved, end + moved);
      } else parts(client).push({ clock: at, len: end - at });
      at = end;
    }
  };
  for (const [client, made] of ranges.clients) for (const { clock, len } of made) add(client, clock, clock + len);
  return Y.mergeDeleteSets([now]);
}

function found(store: Store, client: number, clock: number) {
  const structs = store.clients.get(client) ?? [];
  const struct = structs[Y.findIndexSS(structs, clock)]!;
  return { id: struct.id, length: struct.length, redone: struct instanceof Y.Item ? struct.redone : null };
}
