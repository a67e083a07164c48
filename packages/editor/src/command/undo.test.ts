// @vitest-environment happy-dom
import { flatten } from "@plenary/document";
import { TextSelection } from "@tiptap/pm/state";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { press, type } from "../testing/drive.ts";
import { type OpenDraft, freshCopy, openDraft, sync } from "../testing/openDraft.ts";

const step = fc.record({
  what: fc.constantFrom("type", "enter", "item", "table", "footnote", "theirs", "undo", "redo"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** Found before: own words that were redone grew together with the other's, which then went with them. */
const grownTogether = (["theirs", "type", "undo", "redo", "type", "footnote", "type"] as const).map((what) => ({
  what,
  at: 0,
}));

function goTo({ view }: OpenDraft, at: number): void {
  const { doc } = view.state;
  view.dispatch(view.state.tr.setSelection(TextSelection.near(doc.resolve(Math.floor(at * doc.content.size)))));
}

const said = ({ state }: OpenDraft): string =>
  state()
    .current.clauses.flatMap((clause) => [
      clause,
      ...clause.rows.flatMap(({ cells }) => cells.flatMap(({ clauses }) => clauses)),
    ])
    .map(({ content }) => flatten(content))
    .join("\n");

it(
  "undo takes back one's own edits, and whatever the other person wrote meanwhile stays, once",
  { timeout: 120_000 },
  () => {
    let undone = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 20 }), (steps) => {
        const mine = openDraft();
        const theirs = openDraft(freshCopy(mine));
        try {
          const typed: string[] = [];
          for (const { what, at } of steps) {
            if (what === "undo") mine.editor.undo();
            else if (what === "redo") mine.editor.redo();
            else if (what === "theirs") {
              goTo(theirs, at);
              typed.push(`«${typed.length}»`);
              // One sign after the other could be parted by what the other types.
              type(theirs, typed.at(-1) ?? "");
            } else {
              goTo(mine, at);
              if (what === "type") type(mine, "own ");
              else if (what === "enter") press(mine, "Enter");
              else mine.editor.insert(what);
            }
            sync(mine.doc, theirs.doc);
          }
          const before = said(mine).length;
          for (let i = 0; i < steps.length; i++) mine.editor.undo();
          sync(mine.doc, theirs.doc);
          if (said(mine).length < before) undone += 1;
          for (const token of typed) for (const sign of token) expect(said(mine)).toContain(sign);
          expect(said(mine)).toBe(said(theirs));
          expect(Array.from(said(mine)).filter((sign) => sign === "«")).toHaveLength(typed.length);
        } finally {
          for (const draft of [mine, theirs]) {
            draft.editor.destroy();
            draft.element.remove();
          }
        }
      }),
      { numRuns: 40, examples: [[grownTogether]] },
    );
    expect(undone).toBeGreaterThan(5);
  },
);
