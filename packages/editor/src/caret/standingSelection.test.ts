// @vitest-environment happy-dom
import { TextSelection } from "@tiptap/pm/state";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { press, type } from "../testing/drive.ts";
import { lawfulPapers } from "../testing/lawfulPapers.ts";
import { type OpenDraft, freshCopy, sync } from "../testing/openDraft.ts";

const paper = lawfulPapers();

/** Puts the caret, or a selection, into one of the clauses that are shown, those of cells too; numbers count round. */
function into({ view }: OpenDraft, clause: number, from: number, length = 0): void {
  const starts: { start: number; size: number }[] = [];
  view.state.doc.descendants((node, pos) => {
    const dom = view.nodeDOM(pos);
    const shown = dom instanceof Element && dom.closest(".clause-hidden, .clause-ghost") === null;
    if (node.isTextblock && shown) starts.push({ start: pos + 1, size: node.content.size });
    return !node.isTextblock;
  });
  const { start, size } = starts[clause % starts.length]!;
  const at = from % (size + 1);
  const { doc, tr } = view.state;
  view.dispatch(tr.setSelection(TextSelection.create(doc, start + at, start + Math.min(at + length, size))));
}

/** The clause of the caret as it is said, with the caret as a bar. */
function said({ view }: OpenDraft): string {
  const { $head } = view.state.selection;
  const words = $head.parent.textBetween(0, $head.parent.content.size, "", "\n");
  return `${words.slice(0, $head.parentOffset)}|${words.slice($head.parentOffset)}`;
}

const place = { clause: fc.nat(12), offset: fc.nat(60) };
const edits = fc.oneof(
  fc.record({ does: fc.constant("type" as const), ...place, words: fc.constantFrom("a", "more ", "船") }),
  fc.record({ does: fc.constant("delete" as const), ...place, length: fc.nat(4) }),
  fc.record({
    does: fc.constantFrom("Enter", "break", "in", "out", "up", "down", "split", "join", "row", "undo"),
    ...place,
  }),
);
type Edit = typeof edits extends fc.Arbitrary<infer E> ? E : never;

function edit(draft: OpenDraft, { does, clause, offset, ...more }: Edit): void {
  into(draft, clause, offset, "length" in more ? more.length : 0);
  const { editor, view } = draft;
  if ("words" in more) type(draft, more.words);
  else if (does === "delete") view.dispatch(view.state.tr.deleteSelection());
  else if (does === "Enter") press(draft, "Enter");
  else if (does === "break") press(draft, "Enter", true);
  else if (does === "in" || does === "out") editor.indent(does === "in" ? 1 : -1);
  else if (does === "up" || does === "down") editor.move(does);
  else if (does === "split" || does === "join") editor[does]();
  else if (does === "row") editor.insertPart("rowBelow");
  else editor.undo();
}

it("the caret stays between its letters, whatever another person does meanwhile", async () => {
  const whole = fc.record({
    ...place,
    theirs: fc.array(edits, { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(whole, async ({ clause, offset, theirs }) => {
      const mine = paper();
      const other = paper(freshCopy(mine));
      into(mine, clause, offset);
      type(mine, "§¶");
      const { state } = mine.view;
      mine.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, state.selection.head - 1)));
      sync(mine.doc, other.doc);
      for (const each of theirs) {
        edit(other, each);
        await Promise.resolve();
        sync(mine.doc, other.doc);
        const { textContent } = mine.view.state.doc;
        if (!textContent.includes("§") || !textContent.includes("¶")) return;
        // What is written right at the caret may stand on either side.
        expect(said(mine)).toMatch(/§[^§¶]*\|[^§¶]*¶/);
      }
    }),
    { numRuns: 100 },
  );
});

it.each([
  ["words before it go", (other: OpenDraft) => edit(other, { does: "delete", clause: 4, offset: 1, length: 3 })],
  ["words come before it", (other: OpenDraft) => edit(other, { does: "type", clause: 4, offset: 1, words: "more " })],
  ["its clause is moved", (other: OpenDraft) => edit(other, { does: "down", clause: 4, offset: 0 })],
  ["its clause is joined to the one before", (other: OpenDraft) => edit(other, { does: "join", clause: 4, offset: 1 })],
  ["its clause is split before it", (other: OpenDraft) => edit(other, { does: "split", clause: 4, offset: 4 })],
  ["its clause goes a level deeper", (other: OpenDraft) => edit(other, { does: "in", clause: 4, offset: 0 })],
  ["its clause is moved, at its start", (other: OpenDraft) => edit(other, { does: "down", clause: 4, offset: 0 }), 0],
  ["its clause is joined, at its start", (other: OpenDraft) => edit(other, { does: "join", clause: 4, offset: 1 }), 0],
])("the caret stays at its letters when %s", async (_what, does, offset = 9) => {
  const mine = paper();
  const other = paper(freshCopy(mine));
  into(mine, 4, offset);
  const [, behind] = said(mine).split("|");
  const before = mine.view.state.doc;
  does(other);
  await Promise.resolve();
  sync(mine.doc, other.doc);
  expect(mine.view.state.doc.eq(before)).toBe(false);
  expect(said(mine).split("|")[1]).toBe(behind);
});
