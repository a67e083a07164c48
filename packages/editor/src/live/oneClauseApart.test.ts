// @vitest-environment happy-dom
import { readText } from "@plenary/collab";
import { clause, flatten, lineBreak as breakPiece, run, table, text } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { press, type } from "../testing/drive.ts";
import { laws } from "../testing/laws.ts";
import { type OpenDraft, freshCopy, freshDraft, openDraft, sync } from "../testing/openDraft.ts";

const base = text("en", [
  clause("paragraph", "ab", { id: "one" }),
  clause("paragraph", [run("z"), breakPiece(), run("y")], { id: "two" }),
  table([["ab", "z"]]),
]);

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

/** Three people at papers of their own, who meet now and then; the answer is what the clauses say, those of cells last. */
function three(doc = freshDraft(base)): { a: OpenDraft; b: OpenDraft; c: OpenDraft; meet: () => string[] } {
  const a = paper(doc);
  const [b, c] = [paper(freshCopy(a)), paper(freshCopy(a))];
  const meet = (): string[] => {
    // What one paper answers to what came may be for the other.
    for (let i = 0; i < 3; i++) for (const one of [b, c]) sync(a.doc, one.doc);
    for (const draft of [a, b, c]) laws(draft);
    for (const { state } of [b, c]) expect(a.state().current).toEqual(state().current);
    const { clauses } = readText(a.doc, base);
    const inCells = clauses.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.clauses)));
    return [...clauses.filter(({ kind }) => kind !== "table"), ...inCells].map(({ content }) =>
      flatten(content).replaceAll("\u2028", "\n"),
    );
  };
  return { a, b, c, meet };
}

/** The clauses of the page, those of cells too, and where their words begin. */
function clausesOf({ view }: OpenDraft): { node: Node; start: number }[] {
  const found: { node: Node; start: number }[] = [];
  view.state.doc.descendants((node, pos) => {
    if (node.isTextblock) found.push({ node, start: pos + 1 });
    return !node.isTextblock;
  });
  return found;
}

/** Puts the caret into the clause that stands there, behind so much of it. */
function into(draft: OpenDraft, index: number, offset: number): void {
  const { state } = draft.view;
  const { start } = clausesOf(draft)[index]!;
  draft.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, start + offset)));
}
const types = (draft: OpenDraft, index: number, offset: number, words: string): void => {
  into(draft, index, offset);
  for (const letter of words) type(draft, letter);
};
const lineBreak = (draft: OpenDraft, index: number, offset: number): void => {
  into(draft, index, offset);
  press(draft, "Enter", true);
};

describe("people write in one clause while they are apart, and nothing is lost or doubled", () => {
  const opened = (doc = freshDraft(base)) => {
    const met = three(doc);
    into(met.a, 0, 2);
    press(met.a, "Enter");
    expect(met.meet()).toEqual(["ab", "", "z\ny", "ab", "z"]);
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
    const { a, b, meet } = three();
    lineBreak(a, 0, offset);
    types(b, 0, 2, "c");
    expect(meet()[0]?.replace("\n", "").split("").toSorted().join("")).toBe("abc");
  });

  it("one takes a line break away, the other types behind it", () => {
    const { a, b, meet } = three();
    lineBreak(a, 0, 1);
    meet();
    into(a, 0, 2);
    // What the browser does with Backspace.
    a.view.dispatch(a.view.state.tr.delete(2, 3));
    types(b, 0, 3, "c");
    expect(meet()[0]).toBe("abc");
  });

  it("one puts a line break into an emptied clause, the other types there", () => {
    const { a, b, meet } = three();
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

  it("two put line breaks and marks of footnotes between the same words, and a third types there", () => {
    const { a, b, c, meet } = three();
    types(a, 0, 2, "cdef");
    meet();
    lineBreak(a, 0, 2);
    lineBreak(b, 0, 4);
    mark(b, 0, 2);
    types(c, 0, 3, "x");
    types(a, 0, 6, "y");
    types(b, 0, 4, "z");
    const [said] = meet();
    expect(["abcxzdeyf", "abczxdeyf"]).toContain(said?.replaceAll(/[\n\uFFFC]/g, ""));
    expect(said?.replaceAll(/[^\n\uFFFC]/g, "")).toHaveLength(3);
  });

  const by = (who: number, what: (typeof acts)[number], at = 0) => ({ who, what, at });
  const found = [
    // Letters that were taken back came again beside those made bold meanwhile.
    [
      [by(0, "type"), by(0, "type"), by(0, "type")],
      [by(0, "type"), by(0, "type", 14), by(1, "bold")],
      [by(0, "undo"), by(0, "type")],
      [by(0, "type")],
    ],
    // Two who made words with a footnote's mark among them bold wrote them anew.
    [[by(0, "mark"), by(0, "type")], [by(0, "type")], [by(1, "bold"), by(0, "bold")]],
  ];
  const acts = ["type", "type", "break", "unbreak", "mark", "bold", "undo", "redo"] as const;
  const act = fc.record({ who: fc.nat(2), what: fc.constantFrom(...acts), at: fc.nat(99) });
  it.each([
    ["a new clause", 1, freshDraft],
    ["a clause", 2, freshDraft],
    ["a cell of a table", 3, freshDraft],
    ["a clause with a break as drafts had it before", 2, draftOfBefore],
  ])("in %s, whatever they do", (_where, index, draftOf) => {
    let written = 0;
    fc.assert(
      fc.property(fc.array(fc.array(act, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }), (rounds) => {
        const { a, b, c, meet } = opened(draftOf(base));
        const undone = new Set<number>();
        const typed: { letter: string; who: number }[] = [];
        for (const round of rounds) {
          for (const { who, what, at } of round) {
            const draft = [a, b, c][who]!;
            const place = at % (clausesOf(draft)[index]!.node.content.size + 1);
            if (what === "type") {
              typed.push({ letter: String.fromCodePoint(0x4e00 + typed.length), who });
              types(draft, index, place, typed.at(-1)!.letter);
            } else if (what === "break") lineBreak(draft, index, place);
            else if (what === "mark") mark(draft, index, place);
            else if (what === "undo" || what === "redo") {
              undone.add(who);
              draft.editor[what]();
            } else change(draft, index, place, what);
          }
          const said = meet().join("");
          const times = typed.map(({ letter }) => said.split(letter).length - 1);
          expect(times.filter((count) => count > 1)).toEqual([]);
          expect(typed.filter(({ who }, i) => times[i] === 0 && !undone.has(who))).toEqual([]);
        }
        written += typed.length;
      }),
      { numRuns: 30, examples: found.map((rounds) => [rounds]) },
    );
    expect(written).toBeGreaterThan(50);
  });
});

/** A draft in which the break of the second clause stands between two texts. */
function draftOfBefore(): Y.Doc {
  const doc = freshDraft(base);
  const element = doc.getXmlFragment("text").get(1);
  if (!(element instanceof Y.XmlElement)) throw new Error("There is no second clause.");
  element.delete(0, 1);
  element.insert(0, [new Y.XmlText("z"), new Y.XmlElement("hardBreak"), new Y.XmlText("y")]);
  return doc;
}

/** Puts the mark of a footnote behind so much of a clause. */
function mark(draft: OpenDraft, index: number, offset: number): void {
  const { state } = draft.view;
  const { start } = clausesOf(draft)[index]!;
  draft.view.dispatch(state.tr.insert(start + offset, state.schema.node("footnoteAnchor", { footnote: "f" })));
}

/** Takes the first line break behind a place away, or makes what stands behind it bold. */
function change(draft: OpenDraft, index: number, place: number, what: "unbreak" | "bold"): void {
  const { schema, tr } = draft.view.state;
  const { node, start } = clausesOf(draft)[index]!;
  if (what === "bold") {
    draft.view.dispatch(tr.addMark(start + place, start + node.content.size, schema.mark("bold")));
    return;
  }
  let found = -1;
  node.forEach((child, offset) => {
    if (found < 0 && child.type.name === "hardBreak" && offset >= place) found = offset;
  });
  if (found >= 0) draft.view.dispatch(tr.delete(start + found, start + found + 1));
}
