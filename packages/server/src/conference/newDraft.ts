import { recordRoom, textRoom, writeRecord, writeText } from "@plenary/collab";
import type { Text } from "@plenary/document";
import * as Y from "yjs";
import type { LogEntry, Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import type { Draft } from "./drafts.ts";

/**
 * What makes a draft: its rows, and the first update of its live text and of its record. To be appended in one
 * transaction: the initial content is written here and nowhere else.
 */
export function newDraft(draft: Draft, published: Text, author: Pick<LogEntry, "person" | "group">, at: Date) {
  const live = new Y.Doc();
  writeText(live, published);
  const record = new Y.Doc();
  writeRecord(record, published);
  const entry = (doc: string, from: Y.Doc): LogEntry => ({
    doc,
    ...author,
    connection: "server",
    at: at.getTime(),
    data: Y.encodeStateAsUpdate(from),
  });
  return {
    live,
    entries: [entry(textRoom(draft.id), live), entry(recordRoom(draft.id), record)],
    statements: ({ db }: Pick<Store, "db">): Statement[] => [
      db.insertInto("draft").values({
        id: draft.id,
        base_text: draft.text,
        group_code: draft.group,
        number: draft.number,
        shared: Number(draft.shared),
        created_at: at.getTime(),
      }),
      db.insertInto("doc").values([
        { id: textRoom(draft.id), head_seq: 0 },
        { id: recordRoom(draft.id), head_seq: 0 },
      ]),
    ],
  };
}

/** The update that a change of a document is; null when it changes nothing. */
export function updateOf(doc: Y.Doc, change: () => void): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const note = (update: Uint8Array): void => void updates.push(update);
  doc.on("update", note);
  try {
    doc.transact(change);
  } finally {
    doc.off("update", note);
  }
  return updates.length > 0 ? Y.mergeUpdates(updates) : null;
}
