import { readClauses, readText } from "@plenary/collab";
import { accept, compare, reject } from "@plenary/diff";
import { type Text, plainText } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import { expect } from "vitest";
import { deepClauses } from "../deepClauses.ts";
import { type Alignment, align } from "../redline/drawings.ts";
import { redlineKey } from "../redline/redlinePlugin.ts";
import { redrawn } from "../redline/redrawn.ts";
import { blockReader } from "../schema/readBlocks.ts";
import { tableAround } from "../structure/suppressPart.ts";
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
  const standing = redlineKey
    .getState(view.state)!
    .reading.alignment.drawings.filter(({ entry, gone }) => entry && !gone);
  expect(standing.map(({ block }) => tableAt(view.state.doc, block.pos))).toEqual(
    standing.map(({ entry }) => tableOf(current, entry?.current?.id ?? "")),
  );
  const drawn = redrawn(view);
  expect(drawn?.shown).toEqual(drawn?.anew);
}

/** The words of the table that a block of the page stands in; "" outside of tables. */
function tableAt(doc: Node, pos: number): string {
  const $pos = doc.resolve(pos);
  return $pos.depth === 0 ? "" : $pos.node(1).textContent;
}

/** The words of the table that a clause of the text stands in; "" outside of tables. */
function tableOf(text: Text, clause: string): string {
  const cells = tableAround(text, clause)?.rows.flatMap((row) => row.cells) ?? [];
  const said = deepClauses(cells.flatMap(({ clauses }) => clauses)).flatMap(({ content }) => content);
  return said.map((piece) => (piece.type === "text" ? piece.text : "")).join("");
}

/** An alignment by the places of its blocks. */
function placed({ drawings, strays }: Alignment): unknown {
  const blocks = drawings.map(({ block: { pos, clause }, ...rest }) => ({ pos, clause, ...rest }));
  return { blocks, strays };
}
