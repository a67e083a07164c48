import { setImmediate as nextTurn } from "node:timers/promises";
import { readText, textRoom } from "@plenary/collab";
import type { Text } from "@plenary/document";
import * as Y from "yjs";
import { problem } from "../http/problem.ts";
import type { Database } from "../store/database.ts";

/** A draft's live text at any moment. */
export interface PastTexts {
  /** The text after the update with that number, from 1; refused with 404 when there is none. */
  at(draft: string, published: Text, seq: number): Promise<Text>;
  /** The texts after each of these updates, in ascending order of their numbers; the log is gone through once. */
  several(draft: string, published: Text, seqs: readonly number[]): Promise<Text[]>;
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

  async function several(draft: string, published: Text, seqs: readonly number[]): Promise<Text[]> {
    const [first = 0, last = 0] = [seqs[0], seqs.at(-1)];
    const known = nearest(draft, first);
    const rows = await db
      .selectFrom("doc_update")
      .select(["seq", "data"])
      .where("doc", "=", textRoom(draft))
      .where("seq", ">", known?.seq ?? 0)
      .where("seq", "<=", last)
      .orderBy("seq")
      .execute();
    const there = new Set([known?.seq, ...rows.map(({ seq }) => seq)]);
    const missing = seqs.find((seq) => seq < 1 || !there.has(seq));
    if (missing !== undefined) throw problem("unknown-moment", { moment: missing });
    const doc = new Y.Doc();
    if (known) Y.applyUpdate(doc, known.state);
    const found: Text[] = [];
    let next = 0;
    for (const seq of seqs) {
      doc.transact(() => {
        for (let row = rows[next]; row && row.seq <= seq; row = rows[++next])
          Y.applyUpdate(doc, new Uint8Array(row.data));
      });
      found.push(readText(doc, published));
      // Others are served between two texts.
      if (seq !== last) await nextTurn();
    }
    remember(draft, last, Y.encodeStateAsUpdate(doc));
    doc.destroy();
    return found;
  }

  return {
    several,
    async at(draft, published, seq) {
      const [text] = await several(draft, published, [seq]);
      return text!;
    },
  };
}
