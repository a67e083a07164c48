import { readClauses, readText } from "@plenary/collab";
import { accept, compare, reject } from "@plenary/diff";
import { plainText } from "@plenary/document";
import { expect } from "vitest";
import { type Alignment, align } from "../redline/drawings.ts";
import { redlineKey } from "../redline/redlinePlugin.ts";
import { redrawn } from "../redline/redrawn.ts";
import { blockReader } from "../schema/readBlocks.ts";
import type { OpenDraft } from "./openDraft.ts";

/** What is true of every page at all times. */
export function laws({ view, doc, state, base }: OpenDraft): void {
  const { current, redline, pending, identities, pendingIdentities } = state();
  const page = blockReader()(view.state.doc);
  expect(page.clauses).toEqual(readClauses(doc));
  expect(current).toEqual(readText(doc, base));
  expect(plainText(accept(redline))).toBe(plainText(current));
  expect(plainText(reject(redline))).toBe(plainText(base));
  expect(redline).toEqual(compare(base, current, { ids: "trusted" }));
  expect(pending).toEqual(compare(pending.base, current, { ids: "trusted" }));
  for (const [one, names] of [
    [redline, identities],
    [pending, pendingIdentities],
  ] as const) {
    expect([...names.keys()]).toEqual(one.changes.map(({ id }) => id));
    expect(new Set(names.values()).size).toBe(one.changes.length);
  }
  expect(placed(redlineKey.getState(view.state)!.reading.alignment)).toEqual(placed(align(page.blocks, redline)));
  const drawn = redrawn(view);
  expect(drawn?.shown).toEqual(drawn?.anew);
}

/** An alignment by the places of its blocks. */
function placed({ drawings, strays }: Alignment): unknown {
  const blocks = drawings.map(({ block: { pos, clause }, ...rest }) => ({ pos, clause, ...rest }));
  return { blocks, strays };
}
