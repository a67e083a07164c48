import * as Y from "yjs";

/**
 * What is wrong with an update for a document, null when nothing is. Throws when its bytes are not an update.
 *
 * An update must build on what the document has: structs that leave a gap would wait in it without ever being logged,
 * and deletions of what is not yet known would delete somebody's future words.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array): string | null {
  const { structs, ds } = Y.decodeUpdate(update);
  const known = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const { id, length, constructor } of structs) {
    const clock = known.get(id.client) ?? 0;
    const end = id.clock + length;
    if (end <= clock) continue;
    if (id.clock > clock || constructor === Y.Skip) return "The update leaves a gap.";
    known.set(id.client, end);
  }
  for (const [client, deletions] of ds.clients) {
    const clock = known.get(client) ?? 0;
    if (deletions.some((range) => range.clock + range.len > clock)) return "The update deletes what is not yet known.";
  }
  return null;
}

/** Whether the update would change nothing in the document. */
export function changesNothing(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.snapshotContainsUpdate(Y.snapshot(doc), update);
}
