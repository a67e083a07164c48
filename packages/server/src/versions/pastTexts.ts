import { readText, textRoom } from "@plenary/collab";
import type { Text } from "@plenary/document";
import * as Y from "yjs";
import { Problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";

/** A draft's live text at any moment. */
export interface PastTexts {
  /** The text after the update with that number, from 1; refused with 404 when there is none. */
  at(draft: string, published: Text, seq: number): Promise<Text>;
}

/** How many states are remembered, of all drafts together. */
const REMEMBERED = 64;

/** Texts rebuilt from the log; what never changes is remembered, and the nearest earlier state is built on. */
export function createPastTexts(db: Database): PastTexts {
  const states = new Map<string, { readonly draft: string; readonly seq: number; readonly state: Uint8Array }>();

  function nearest(draft: string, seq: number) {
    let found: { readonly seq: number; readonly state: Uint8Array } | null = null;
    for (const one of states.values())
      if (one.draft === draft && one.seq <= seq && one.seq > (found?.seq ?? 0)) found = one;
    return found;
  }

  function remember(draft: string, seq: number, state: Uint8Array): void {
    const key = `${draft} ${seq}`;
    states.delete(key);
    states.set(key, { draft, seq, state });
    const oldest = states.keys().next().value;
    if (states.size > REMEMBERED && oldest !== undefined) states.delete(oldest);
  }

  return {
    async at(draft, published, seq) {
      const known = nearest(draft, seq);
      const rows = await db
        .selectFrom("doc_update")
        .select(["seq", "data"])
        .where("doc", "=", textRoom(draft))
        .where("seq", ">", known?.seq ?? 0)
        .where("seq", "<=", seq)
        .orderBy("seq")
        .execute();
      if (seq < 1 || (rows.at(-1)?.seq ?? known?.seq) !== seq)
        throw new Problem(404, `The draft has no moment ${seq}. Take one of its history.`);
      const doc = new Y.Doc();
      doc.transact(() => {
        if (known) Y.applyUpdate(doc, known.state);
        for (const { data } of rows) Y.applyUpdate(doc, new Uint8Array(data));
      });
      remember(draft, seq, Y.encodeStateAsUpdate(doc));
      const text = readText(doc, published);
      doc.destroy();
      return text;
    },
  };
}
