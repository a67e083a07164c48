import * as Y from "yjs";

/** Whether the update would change nothing in the document. Throws when its bytes are not an update. */
export function changesNothing(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.snapshotContainsUpdate(Y.snapshot(doc), update);
}
