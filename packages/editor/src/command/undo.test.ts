// @vitest-environment happy-dom
import { newId } from "@plenary/collab";
import { flatten } from "@plenary/document";
import { TextSelection } from "@tiptap/pm/state";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { oneStep } from "../live/oneStep.ts";
import { press, type } from "../testing/drive.ts";
import { type OpenDraft, freshCopy, openDraft, sync } from "../testing/openDraft.ts";

interface Step {
  readonly who: 0 | 1;
  readonly what: "type" | "enter" | "item" | "table" | "footnote" | "mark" | "pause" | "undo" | "redo";
  readonly at: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom("type", "type", "enter", "item", "table", "footnote", "mark", "pause", "undo", "redo"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

/** What each of the two types: nothing else says it. */
const signs = ["◆", "◇"] as const;

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

const count = (words: string, sign: string): number => words.split(sign).length - 1;

/** The words of the published text, without what was added. */
const kept = (words: string): string => words.replace(/[◆◇\n\uFFFC]/g, "");

/** A footnote with its mark right at the caret, as a paste can bring it: before all words the mark parts the text. */
function markHere({ view }: OpenDraft): void {
  const { $head } = view.state.selection;
  if ($head.depth !== 1) return;
  const { schema, doc } = view.state;
  const footnote = newId();
  const note = schema.node("clause", { id: footnote, kind: "footnote", level: 0, label: "1" });
  view.dispatch(view.state.tr.insert(doc.content.size, note));
  view.dispatch(view.state.tr.insert($head.pos, schema.node("footnoteAnchor", { footnote })));
}

function take(draft: OpenDraft, { who, what, at }: Step): void {
  if (what === "undo" || what === "redo") draft.editor[what]();
  else if (what === "pause") oneStep(draft.view, () => undefined);
  else {
    goTo(draft, at);
    if (what === "type") type(draft, signs[who].repeat(3));
    else if (what === "enter") press(draft, "Enter");
    else if (what === "mark") markHere(draft);
    else draft.editor.insert(what);
  }
}

/** Steps of one at the start of the text. */
const own = (who: 0 | 1, ...whats: Step["what"][]): Step[] => whats.map((what) => ({ who, what, at: 0 }));

/** Two people take the steps, then both undo all they can; gives how many undos took words back. */
function hold(steps: readonly Step[]): number {
  const first = openDraft();
  const drafts = [first, openDraft(freshCopy(first))] as const;
  let undone = 0;
  const published = kept(said(first));
  const rest = steps.flatMap(() => [...own(0, "undo"), ...own(1, "undo")]);
  try {
    for (const taken of [...steps, ...rest]) {
      const before = said(first);
      take(drafts[taken.who], taken);
      sync(drafts[0].doc, drafts[1].doc);
      const after = said(first);
      expect(said(drafts[1])).toBe(after);
      expect(kept(after)).toBe(published);
      const others = signs[1 - taken.who]!;
      expect(count(after, others)).toBe(count(before, others));
      if (taken.what === "undo" && count(after, signs[taken.who]) < count(before, signs[taken.who])) undone++;
    }
    return undone;
  } finally {
    for (const draft of drafts) {
      draft.editor.destroy();
      draft.element.remove();
    }
  }
}

/** Found before, all at the start of the text. */
const found: Step[][] = [
  // Own words that were redone grew together with the other's, which then went with them.
  [...own(1, "type"), ...own(0, "type", "undo", "redo", "type", "mark", "type")],
  [...own(0, "type"), ...own(1, "type"), ...own(0, "type"), ...own(1, "type", "mark"), ...own(0, "type")],
  [...own(0, "type"), ...own(1, "type"), ...own(0, "enter"), ...own(1, "mark"), ...own(0, "type")],
  // The other had written the words anew that a redone footnote's mark carried elsewhere.
  [...own(0, "mark"), ...own(1, "type"), ...own(0, "undo"), ...own(1, "type"), ...own(0, "redo")],
  [...own(0, "mark"), ...own(1, "type"), ...own(0, "undo", "type"), ...own(1, "mark"), ...own(0, "type")],
];

it(
  "undo takes back one's own words, and what the other person wrote and the published words stay, once",
  { timeout: 120_000 },
  () => {
    let undone = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 20 }), (steps) => {
        undone += hold(steps);
      }),
      { numRuns: 25, examples: found.map((steps) => [steps]) },
    );
    expect(undone).toBeGreaterThan(5);
  },
);
