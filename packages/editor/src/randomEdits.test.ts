// @vitest-environment happy-dom
import { TextSelection } from "@tiptap/pm/state";
import { replaceText } from "@plenary/collab";
import { type Clause, run } from "@plenary/document";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { insertPieces } from "./paste/insertPieces.ts";
import { pieces } from "./paste/piece.ts";
import { baseIds } from "./structure/baseIds.ts";
import { press, type } from "./testing/drive.ts";
import { laws } from "./testing/laws.ts";
import { type OpenDraft, find, freshCopy, openDraft, published, sync } from "./testing/openDraft.ts";

const edit = fc.record({
  who: fc.integer({ min: 0, max: 1 }),
  what: fc.constantFrom(
    "type",
    "delete",
    "across",
    "enter",
    "backspace",
    "paste",
    "suppress",
    "rows",
    "sync",
    "undo",
    "agree",
  ),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
});

function perform(
  drafts: readonly OpenDraft[],
  { who, what, at, length }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
): void {
  const draft = drafts[who]!;
  const { view } = draft;
  const size = view.state.doc.content.size;
  const from = TextSelection.near(view.state.doc.resolve(Math.floor(at * size))).from;
  const reach = what === "across" ? from + length * 4 : from;
  const to = TextSelection.near(view.state.doc.resolve(Math.min(reach, size)), -1).to;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, Math.max(from, to))));
  if (what === "type") type(draft, "né 草案 x".slice(0, 1 + (length % 7)));
  else if (what === "delete") {
    const { $from } = view.state.selection;
    view.dispatch(view.state.tr.delete(from, Math.min($from.end(), from + length)));
  } else if (what === "across") press(draft, "Backspace");
  else if (what === "enter") press(draft, "Enter");
  else if (what === "backspace") press(draft, "Backspace");
  else if (what === "paste") {
    const { schema } = view.state;
    const nodes = schema.node("doc", null, [
      schema.node("clause", { id: "c4" }, [schema.text("pasted")]),
      schema.node("clause", { id: "c4" }, [schema.text("more")]),
    ]);
    insertPieces(view, pieces(nodes.content), baseIds(published));
  } else if (what === "suppress") draft.editor.suppress(`c${1 + (length % 8)}`);
  else if (what === "rows") changeRows(draft, length);
  else if (what === "undo") draft.editor.undo();
  else if (what === "agree") draft.editor.setAgreed(length === 0 ? null : draft.state().current);
  else sync(drafts[0]!.doc, drafts[1]!.doc);
}

/** Takes the first row of the table away or adds one, as the server does for a decision. */
function changeRows(draft: OpenDraft, length: number): void {
  const { current } = draft.state();
  const clauses = current.clauses.map((clause): Clause => {
    if (clause.kind !== "table") return clause;
    if (length % 2 === 1) return { ...clause, rows: clause.rows.slice(1) };
    const id = `row-${draft.doc.clientID}-${clause.rows.length}-${length}`;
    if (clause.rows.some((row) => row.id === id)) return clause;
    const inner: Clause = {
      id: `${id}.c1.c1`,
      kind: "paragraph",
      level: 0,
      label: null,
      content: [run("East")],
      rows: [],
    };
    return { ...clause, rows: [...clause.rows, { id, cells: [{ id: `${id}.c1`, clauses: [inner] }] }] };
  });
  replaceText(draft.doc, published, { ...current, clauses });
}

/** Found before: undoing after another person's edits put a remembered caret beyond the page's end. */
const found: Parameters<typeof perform>[1][] = [
  { who: 0, what: "suppress", at: 0, length: 0 },
  { who: 1, what: "type", at: 0.8863636363636364, length: 0 },
  { who: 0, what: "sync", at: 0, length: 0 },
  { who: 1, what: "undo", at: 0, length: 0 },
  { who: 0, what: "type", at: 0, length: 0 },
];

/** Found before: of words that both brought back the own copy goes when the other's arrives, which the other has to hear. */
const broughtBackTwice: Parameters<typeof perform>[1][] = [
  { who: 1, what: "enter", at: 0, length: 0 },
  { who: 1, what: "suppress", at: 0, length: 24 },
  { who: 0, what: "across", at: 0, length: 22 },
  { who: 1, what: "across", at: 0.00001281590435859592, length: 15 },
  { who: 0, what: "across", at: 0, length: 0 },
  { who: 1, what: "type", at: 0, length: 25 },
  { who: 0, what: "undo", at: 0, length: 18 },
  { who: 0, what: "across", at: 0, length: 19 },
  { who: 1, what: "agree", at: 0, length: 24 },
  { who: 1, what: "undo", at: 0, length: 28 },
];

/** Found before: words deleted in a cell came back on the page when the table's rows changed. */
const rowsUnderKeys: Parameters<typeof perform>[1][] = [
  { who: 0, what: "across", at: 0, length: 9 },
  { who: 0, what: "across", at: 0, length: 17 },
  { who: 0, what: "across", at: 0, length: 37 },
  { who: 0, what: "rows", at: 0, length: 0 },
  { who: 0, what: "type", at: 0, length: 0 },
];

describe("after any edits of two people", () => {
  it(
    "the redline is that of a page opened anew, no published block is lost, and both converge",
    { timeout: 120_000 },
    () => {
      let edits = 0;
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (sequence) => {
          const one = openDraft();
          const two = openDraft(freshCopy(one));
          try {
            for (const step of sequence) {
              perform([one, two], step);
              laws(one);
              laws(two);
            }
            edits += one.state().redline.changes.length;
            sync(one.doc, two.doc);
            expect(one.state().current).toEqual(two.state().current);
            for (const { view } of [one, two]) for (let i = 1; i <= 10; i++) find(view, `c${i}`);
          } finally {
            for (const draft of [one, two]) {
              draft.editor.destroy();
              draft.element.remove();
            }
          }
        }),
        { numRuns: 60, examples: [[found], [broughtBackTwice], [rowsUnderKeys]] },
      );
      expect(edits).toBeGreaterThan(40);
    },
  );
});
