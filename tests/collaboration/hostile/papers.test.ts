// @vitest-environment happy-dom
import { readClauses } from "@plenary/collab";
import { clause, item, table, text } from "@plenary/document";
import { createGuard, rebuildLedger } from "@plenary/server";
import { TextSelection } from "@tiptap/pm/state";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { openPaper } from "../editing/paper.ts";
import { conference } from "../ledger/drafters.ts";
import { copyOf } from "./crafted.ts";
import { craftedStructs, updateOf } from "./craftedStructs.ts";

const published = text("en", [
  clause("call", "resolves"),
  item("1", "that harbours be lit,"),
  table([
    ["Harbour", "Lamp"],
    ["North", "12"],
  ]),
  clause("paragraph", "Adopted."),
]);

/** The client that wrote the published text. */
const FIRST = 1;

/** What is deleted too of what it wrote: so many from a clock on. */
const deletions = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  fc.array(fc.tuple(fc.nat(150), fc.integer({ min: 1, max: 3 })), { maxLength: 2 }),
);

/** The ids of all clauses, rows and cells. */
function idsIn(parent: Y.XmlFragment): string[] {
  return parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlElement ? [child.getAttribute("id") ?? "", ...idsIn(child)] : []));
}

it("whatever the server lets pass, a paper that hears of it stays whole and writes on, and the ledger is right", () => {
  let passed = 0;
  fc.assert(
    fc.property(craftedStructs, deletions, (all, deleted) => {
      const { server: doc, ledger, log } = conference(published, [FIRST]);
      const ids = readClauses(doc).map(({ id }) => id);
      const base = new Set(idsIn(doc.getXmlFragment("text")));
      const guard = createGuard([{ client: FIRST, person: "", at: 0 }], base, 8e6);
      const give = (update: Uint8Array, person: string): string | null => {
        const verdict = guard.judge(doc, update, false, { person, at: 0, holder: () => null });
        if (verdict.refused !== null) return verdict.refused;
        Y.applyUpdate(doc, update);
        guard.bind(verdict.binds);
        return null;
      };
      const honest = copyOf(doc);
      const paper = openPaper(honest, published, "ada", async () => null);
      const update = updateOf(doc, all, deleted.length > 0 ? { client: FIRST, ranges: deleted } : null);
      if (give(update, "eve") === null) {
        passed += 1;
        Y.applyUpdate(honest, update, "server");
        const { state } = paper.view;
        paper.view.dispatch(state.tr.setSelection(TextSelection.atEnd(state.doc)));
        paper.type(" here");
        const later = openPaper(copyOf(honest), published, "bob", async () => null);
        later.close();
        expect(give(Y.encodeStateAsUpdate(honest, Y.encodeStateVector(doc)), "ada")).toBeNull();
        const now = readClauses(doc);
        for (const id of ids) expect(now.filter((one) => one.id === id)).toHaveLength(1);
        expect(JSON.stringify(now)).toContain(" here");
        for (const [, { text: said, runs }] of ledger.state().clauses)
          expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(said.length);
        expect(rebuildLedger(published, log).state()).toEqual(ledger.state());
      }
      paper.close();
    }),
    { numRuns: 300 },
  );

  expect(passed).toBeGreaterThan(50);
});
