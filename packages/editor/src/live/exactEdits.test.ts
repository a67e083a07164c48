// @vitest-environment happy-dom
import { clause, run, text } from "@plenary/document";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type * as Y from "yjs";
import { caret, type } from "../testing/drive.ts";
import { laws } from "../testing/laws.ts";
import { find, freshDraft, openDraft } from "../testing/openDraft.ts";

/** Words with the same letters again and again, partly bold. */
const texts = {
  en: text("en", [clause("paragraph", [run("ball"), run("oon", "bold"), run("ooo lll all")])]),
  ar: text("ar", [clause("paragraph", [run("اللا"), run("لال", "bold"), run("ممم للل")])]),
  zh: text("zh", [clause("paragraph", [run("各各成员"), run("员员", "bold"), run("国国各国")])]),
};

const edit = fc.record({
  from: fc.nat(30),
  length: fc.constantFrom(0, 0, 0, 1, 2),
  letter: fc.nat(30),
  count: fc.constantFrom(0, 1, 1, 2),
});

interface Written {
  readonly at: number;
  readonly removed: number;
  readonly inserted: string;
}

/** What the live draft was told, one after the other. */
function watch(doc: Y.Doc): Written[] {
  const told: Written[] = [];
  doc.getXmlFragment("text").observeDeep((events) => {
    for (const { delta } of events) {
      let at = 0;
      for (const { retain = 0, insert, delete: removed = 0 } of delta) {
        at += retain;
        const inserted = typeof insert === "string" ? insert : "";
        if (removed + inserted.length > 0) told.push({ at, removed, inserted });
        at += inserted.length;
      }
    }
  });
  return told;
}

it.each(["en", "ar", "zh"] as const)("what is typed or deleted in %s is written where it was", (language) => {
  let repeated = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const base = texts[language];
      const [only] = base.clauses;
      const draft = openDraft(freshDraft(base), base);
      const told = watch(draft.doc);
      const letters = [
        ...new Set(only!.content.flatMap((piece) => (piece.type === "text" ? piece.text.split("") : []))),
      ];
      const said = (): string => draft.view.state.doc.nodeAt(find(draft.view, only!.id))!.textContent;
      try {
        for (const { from, length, letter, count } of edits) {
          const before = said();
          const at = Math.min(from, before.length);
          const to = count > 0 ? at : Math.min(at + length, before.length);
          caret(draft, only!.id, at, to);
          const inserted = letters[letter % letters.length]!.repeat(count);
          told.length = 0;
          if (count > 0) type(draft, inserted);
          else if (at < to) draft.view.dispatch(draft.view.state.tr.deleteSelection());
          expect(told).toEqual(count > 0 || at < to ? [{ at, removed: to - at, inserted }] : []);
          expect(said()).toBe(before.slice(0, at) + inserted + before.slice(to));
          if (inserted !== "" && before[at] === inserted[0]) repeated++;
          laws(draft);
        }
        draft.editor.undo();
        laws(draft);
      } finally {
        draft.editor.destroy();
        draft.element.remove();
      }
    }),
    { numRuns: 25 },
  );
  expect(repeated).toBeGreaterThan(0);
});
