// @vitest-environment happy-dom
import { readText } from "@plenary/collab";
import { clause, flatten, text } from "@plenary/document";
import { TextSelection } from "@tiptap/pm/state";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { press, type } from "../testing/drive.ts";
import { laws } from "../testing/laws.ts";
import { type OpenDraft, freshCopy, freshDraft, openDraft, sync } from "../testing/openDraft.ts";

const base = text("en", [clause("paragraph", "ab", { id: "one" }), clause("paragraph", "z", { id: "two" })]);

let open: OpenDraft[] = [];
const paper = (doc = freshDraft(base)): OpenDraft => {
  const draft = openDraft(doc, base);
  open.push(draft);
  return draft;
};
afterEach(() => {
  for (const { editor, element } of open) {
    editor.destroy();
    element.remove();
  }
  open = [];
});

/** Two people at papers of their own, who meet now and then. */
function two(): { a: OpenDraft; b: OpenDraft; meet: () => string[] } {
  const a = paper();
  const b = paper(freshCopy(a));
  const meet = (): string[] => {
    // What one paper answers to what came may be for the other.
    for (let i = 0; i < 3; i++) sync(a.doc, b.doc);
    for (const draft of [a, b]) laws(draft);
    expect(a.state().current).toEqual(b.state().current);
    return readText(a.doc, base).clauses.map(({ content }) => flatten(content).replaceAll("\u2028", "\n"));
  };
  return { a, b, meet };
}

/** Puts the caret into the block that stands there, behind so much of it. */
function into({ view }: OpenDraft, index: number, offset: number): void {
  let start = 1;
  for (let i = 0; i < index; i++) start += view.state.doc.child(i).nodeSize;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, start + offset)));
}
const types = (draft: OpenDraft, index: number, offset: number, words: string): void => {
  into(draft, index, offset);
  for (const letter of words) type(draft, letter);
};
const lineBreak = (draft: OpenDraft, index: number, offset: number): void => {
  into(draft, index, offset);
  press(draft, "Enter", true);
};

describe("two people write in one clause while they are apart, and nothing is lost or doubled", () => {
  const opened = () => {
    const met = two();
    into(met.a, 0, 2);
    press(met.a, "Enter");
    expect(met.meet()).toEqual(["ab", "", "z"]);
    return met;
  };

  it("both begin in the same empty new clause", () => {
    const { a, b, meet } = opened();
    types(a, 1, 0, "123");
    types(b, 1, 0, "456");
    const [, said] = meet();
    expect(["123456", "456123"]).toContain(said);
    for (const draft of [a, b]) {
      const other = draft === a ? b : a;
      types(draft, 1, 0, "v");
      types(draft, 1, 4, "w");
      types(other, 1, 4, "x");
      types(other, 1, 7, "y");
    }
    const [, more] = meet();
    expect(more?.split("").toSorted().join("")).toBe("123456vvwwxxyy");
    a.editor.undo();
    b.editor.undo();
    meet();
  });

  it("both begin there, and one who comes anew goes on between their words", () => {
    const { a, b, meet } = opened();
    types(a, 1, 0, "123");
    types(b, 1, 0, "456");
    const [, said] = meet();
    const c = paper(freshCopy(a));
    types(c, 1, 3, "x");
    types(a, 1, 6, "y");
    types(b, 1, 0, "v");
    sync(c.doc, a.doc);
    expect(meet()[1]).toBe(`v${said?.slice(0, 3)}x${said?.slice(3)}y`);
  });

  it.each([0, 1, 2])("one puts a line break behind %i letters, the other types at the end", (offset) => {
    const { a, b, meet } = two();
    lineBreak(a, 0, offset);
    types(b, 0, 2, "c");
    expect(meet()[0]?.replace("\n", "").split("").toSorted().join("")).toBe("abc");
  });

  it("one takes a line break away, the other types behind it", () => {
    const { a, b, meet } = two();
    lineBreak(a, 0, 1);
    meet();
    into(a, 0, 2);
    // What the browser does with Backspace.
    a.view.dispatch(a.view.state.tr.delete(2, 3));
    types(b, 0, 3, "c");
    expect(meet()[0]).toBe("abc");
  });

  it("one puts a line break into an emptied clause, the other types there", () => {
    const { a, b, meet } = two();
    a.view.dispatch(a.view.state.tr.delete(1, 3));
    meet();
    lineBreak(a, 0, 0);
    types(b, 0, 0, "c");
    expect(meet()[0]?.replace("\n", "")).toBe("c");
  });

  it("both begin in an empty clause, and of two more each types, away, in what one of them began", () => {
    const { a, b, meet } = opened();
    types(a, 1, 0, "123");
    types(b, 1, 0, "456");
    const [c, d] = [paper(freshCopy(a)), paper(freshCopy(b))];
    types(c, 1, 3, "x");
    types(d, 1, 3, "y");
    meet();
    for (const { doc } of [c, d]) sync(doc, a.doc);
    expect(meet()[1]?.split("").toSorted().join("")).toBe("123456xy");
  });

  it("whatever they do", () => {
    const act = fc.record({
      who: fc.nat(1),
      what: fc.constantFrom("type", "type", "break", "unbreak", "bold", "undo"),
      at: fc.nat(99),
    });
    let written = 0;
    fc.assert(
      fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }), (rounds) => {
        const { a, b, meet } = opened();
        let undone = false;
        let shaped = false;
        const typed: string[] = [];
        for (const round of rounds) {
          for (const { who, what, at } of round) {
            const draft = [a, b][who]!;
            const { childCount } = draft.view.state.doc;
            const index = Math.min(1, childCount - 1);
            shaped ||= what === "bold" || what === "break" || what === "unbreak";
            const place = at % (draft.view.state.doc.child(index).content.size + 1);
            if (what === "type") {
              typed.push(String.fromCodePoint(0x4e00 + typed.length));
              types(draft, index, place, typed.at(-1)!);
            } else if (what === "break") {
              // Two who part the same words double them, see CAVEATS.md.
              if (who === 0) lineBreak(draft, index, place);
            } else if (what === "undo") {
              // To undo after words were made bold, or parted, can double letters, see CAVEATS.md.
              if (shaped) continue;
              undone = true;
              draft.editor.undo();
            } else change(draft, index, place, what);
          }
          const said = meet().join("");
          for (const letter of typed) {
            const times = said.split(letter).length - 1;
            if (undone) expect(times).toBeLessThanOrEqual(1);
            else expect(`${letter} ${times}`).toBe(`${letter} 1`);
          }
        }
        written += typed.length;
      }),
      { numRuns: 60 },
    );
    expect(written).toBeGreaterThan(100);
  });
});

/** Takes the first line break behind a place away, or makes what stands behind it bold. */
function change({ view }: OpenDraft, index: number, place: number, what: "unbreak" | "bold"): void {
  let start = 1;
  for (let i = 0; i < index; i++) start += view.state.doc.child(i).nodeSize;
  const { schema, tr, doc } = view.state;
  const clause = doc.child(index);
  if (what === "bold") {
    view.dispatch(tr.addMark(start + place, start + clause.content.size, schema.mark("bold")));
    return;
  }
  let found = -1;
  clause.forEach((node, offset) => {
    if (found < 0 && node.type.name === "hardBreak" && offset >= place) found = offset;
  });
  if (found >= 0) view.dispatch(tr.delete(start + found, start + found + 1));
}
