// @vitest-environment happy-dom
import { type StructureCommand, newId, readText, replaceText, runCommand } from "@plenary/collab";
import { compare, reject } from "@plenary/diff";
import { clause, flatten, item, text } from "@plenary/document";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type * as Y from "yjs";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { oneStep } from "../live/oneStep.ts";
import { press, type } from "../testing/drive.ts";
import { type OpenDraft, freshDraft, openDraft, sync } from "../testing/openDraft.ts";

/** A text in which every word stands once, so that a word that is lost or doubled is seen. */
const published = text("en", [
  clause("title", "alpha bravo charlie"),
  clause("call", "delta"),
  item("1", "echo foxtrot golf hotel"),
  item("2", "india juliet kilo lima"),
  clause("paragraph", "mike november oscar papa"),
]);

const own = ["type", "erase", "enter", "backspace", "pause", "split", "join", "moveUp", "undo", "redo"] as const;
/** What the server does, for somebody else. */
const served = ["suppress", "restore", "accept", "reject", "merge", "move"] as const;
/** What the two do away from each other. */
const apart = ["bothErase", "bothUndo", "typeAndUndo"] as const;
const whats = [...own, ...served, ...apart, "type", "erase", "bothErase", "undo", "undo"] as const;

interface Step {
  readonly who: 0 | 1;
  readonly what: (typeof whats)[number];
  readonly at: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom(...whats),
  at: fc.integer({ min: 0, max: 99 }).map((at) => at / 100),
});

const by = (who: 0 | 1, what: Step["what"], at = 0): Step => ({ who, what, at });

/** Found before. */
const found: Step[][] = [
  // Both brought the same words back, one after the other, and away from each other.
  [by(0, "bothErase"), by(0, "undo"), by(1, "undo")],
  [by(0, "bothErase"), by(0, "bothUndo")],
  // A chair had rejected the deletion; a command had then carried the words to another place, or parted them.
  [by(0, "erase"), by(0, "reject"), by(0, "undo")],
  [by(0, "erase", 0.57), by(0, "reject"), by(0, "move", 0.2), by(0, "split", 0.53)],
  [by(0, "moveUp", 0.25), by(0, "bothErase", 0.42), by(0, "reject")],
  [by(0, "move"), by(0, "bothErase", 0.36), by(0, "bothErase", 0.38), by(0, "restore", 0.6)],
  // One had brought the words back and taken them away again before both undid.
  [by(0, "bothErase"), by(1, "undo"), by(1, "redo"), by(0, "bothUndo")],
  // One had brought the words back before both took them away.
  [by(0, "erase", 0.57), by(0, "bothUndo"), by(0, "type"), by(0, "bothErase", 0.59), by(0, "bothUndo")],
  // A chair had brought back a part of what was deleted at one place.
  [by(0, "type"), by(0, "bothErase"), by(0, "bothErase"), by(0, "type"), by(0, "reject"), by(0, "type")],
  // Words were deleted in a clause that a command had made of two, or parted from another, and that one was restored.
  [by(0, "merge", 0.5), by(0, "erase", 0.6), by(0, "restore", 0.6), by(0, "undo")],
  [by(0, "split", 0.32), by(0, "erase", 0.32), by(0, "restore", 0.4), by(0, "undo")],
  [by(0, "split", 0.69), by(0, "erase", 0.69), by(0, "reject"), by(0, "undo")],
  // Both took back commands on clauses beside one another.
  [by(0, "join", 0.5), by(1, "join", 0.77), by(0, "bothUndo")],
];

/** What nobody else says: three signs that stand nowhere else. */
const wordOf = (n: number): string => String.fromCodePoint(...[0, 1, 2].map((i) => 0x4e00 + 3 * n + i));
const words = /[a-z]+|[\u4e00-\u9fff]{3}/gu;

/** Two people at their papers, and the copy of the server, which carries out commands and decides. */
class Session {
  readonly server: Y.Doc = freshDraft(published);
  readonly people: readonly [OpenDraft, OpenDraft];
  readonly typed: { readonly word: string; readonly who: 0 | 1 }[] = [];
  private last: EditorView | null = null;

  constructor() {
    const open = (): OpenDraft => {
      const doc = freshDraft(text("en", []));
      sync(doc, this.server);
      return openDraft(doc, published, "marked", null, this.server);
    };
    this.people = [open(), open()];
  }

  close(): void {
    for (const { editor, element } of this.people) {
      editor.destroy();
      element.remove();
    }
  }

  /** Takes a step, after which all have the same; what was asked of the server is done then. */
  async take(step: Step): Promise<void> {
    // What somebody else does comes between two steps, as it does when half a second passes.
    for (const { view } of this.people) if (view !== this.last) oneStep(view, () => undefined);
    this.last = served.some((what) => what === step.what) ? null : this.people[step.who].view;
    this.act(step);
    await new Promise((resolve) => setImmediate(resolve));
    for (let round = 0; round < 3; round++) for (const { doc } of this.people) sync(doc, this.server);
  }

  said(): string {
    const [one, two] = this.people.map(({ state }) =>
      state()
        .current.clauses.map(({ content }) => flatten(content))
        .join("\n"),
    );
    if (one === undefined || one !== two)
      throw new Error(`The two papers differ:
${one}

${two}`);
    return one;
  }

  private act({ who, what, at }: Step): void {
    const draft = this.people[who];
    const other = this.people[1 - who]!;
    const clauses = readText(this.server, published).clauses;
    const chosen = clauses[Math.floor(at * clauses.length)];
    const next = clauses[clauses.indexOf(chosen!) + 1];
    const run = (command: StructureCommand): unknown => runCommand(this.server, published, command, newId());
    switch (what) {
      case "type":
        return this.type(who, at);
      case "erase":
        return erase(draft, at);
      case "bothErase":
        erase(draft, at);
        return erase(other, at);
      case "undo":
      case "redo":
        return draft.editor[what]();
      case "bothUndo":
        draft.editor.undo();
        return other.editor.undo();
      case "typeAndUndo":
        this.type(who === 0 ? 1 : 0, at);
        return draft.editor.undo();
      case "pause":
        return oneStep(draft.view, () => undefined);
      case "enter":
      case "backspace":
        goTo(draft, at, "to");
        return void press(draft, what === "enter" ? "Enter" : "Backspace");
      case "split":
      case "join":
        goTo(draft, at, "from");
        return draft.editor[what]();
      case "moveUp":
        goTo(draft, at, "from");
        return draft.editor.move("up");
      case "suppress":
        if (chosen) run({ command: "suppress", clause: chosen.id });
        return;
      case "restore":
        run({ command: "restore", clause: published.clauses[Math.floor(at * published.clauses.length)]!.id });
        return;
      case "merge":
        if (chosen && next) run({ command: "merge", clause: chosen.id, next: next.id });
        return;
      case "move":
        if (chosen) run({ command: "move", clause: chosen.id, before: null });
        return;
      case "accept":
        for (const { editor, state } of this.people) editor.setAgreed(state().current);
        return;
      case "reject": {
        const redline = compare(published, readText(this.server, published), { ids: "trusted" });
        const change = redline.changes[Math.floor(at * redline.changes.length)];
        if (change) replaceText(this.server, published, reject(redline, [change.id]));
      }
    }
  }

  private type(who: 0 | 1, at: number): void {
    const word = wordOf(this.typed.length);
    this.typed.push({ word, who });
    goTo(this.people[who], at, "to");
    type(this.people[who], word);
  }
}

/** Where a word stands on the page, or an empty clause. */
function place({ view }: OpenDraft, at: number): { from: number; to: number } | null {
  const places: { from: number; to: number }[] = [];
  view.state.doc.descendants((node, pos) => {
    if (node.type.name !== "clause") return true;
    for (const { index, 0: word } of node.textContent.matchAll(words))
      places.push({ from: pos + 1 + index, to: pos + 1 + index + word.length });
    if (node.content.size === 0) places.push({ from: pos + 1, to: pos + 1 });
    return false;
  });
  return places[Math.floor(at * places.length)] ?? null;
}

function goTo(draft: OpenDraft, at: number, side: "from" | "to"): void {
  const pos = place(draft, at)?.[side];
  const { state } = draft.view;
  if (pos !== undefined) draft.view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, pos)));
}

function erase({ view, ...draft }: OpenDraft, at: number): void {
  const found = place({ view, ...draft }, at);
  if (found && found.from < found.to) view.dispatch(view.state.tr.delete(found.from, found.to));
}

const undoing: ReadonlySet<Step["what"]> = new Set(["undo", "redo", "bothUndo", "typeAndUndo"]);

const count = (said: string, word: string): number => said.split(word).length - 1;

/** Two people take the steps, then both undo all they can; gives how many undos changed something. */
async function hold(steps: readonly Step[]): Promise<number> {
  const session = new Session();
  const base = published.clauses.flatMap(({ content }) => flatten(content).match(words) ?? []);
  const rest = steps.flatMap((): Step[] => [
    { who: 0, what: "undo", at: 0 },
    { who: 1, what: "undo", at: 0 },
  ]);
  let undone = 0;
  // Restoring a clause that a command had joined to another, or split, says its words beside those that it had carried.
  const most = new Map<string, number>();
  /** Words that the server brought back: two who then undo apart don't know their copies as those of the same. */
  const decided = new Set<string>();
  try {
    for (const step of [...steps, ...rest]) {
      const before = session.said();
      await session.take(step);
      const after = session.said();
      const { what, who } = step;
      const all = [...base, ...session.typed.map(({ word }) => word)];
      const rose = (word: string): boolean => count(after, word) > count(before, word);
      const doubled = all.filter((word) => count(after, word) > Math.max(most.get(word) ?? 0, 1));
      for (const word of all) most.set(word, Math.max(most.get(word) ?? 0, count(after, word)));
      if (served.some((one) => one === what)) for (const word of all.filter(rose)) decided.add(word);
      if (!undoing.has(what)) continue;
      expect(doubled.filter((word) => what !== "bothUndo" || !decided.has(word))).toEqual([]);
      if (what === "redo") continue;
      const theirs = session.typed.filter((one) => what !== "bothUndo" && one.who !== who).map(({ word }) => word);
      const lost = [...base, ...theirs].filter((word) => count(before, word) > count(after, word));
      expect(lost).toEqual([]);
      if (what === "typeAndUndo") expect(count(after, session.typed.at(-1)!.word)).toBe(1);
      if (before !== after) undone++;
    }
    return undone;
  } finally {
    session.close();
  }
}

it(
  "between the server's commands and another person's undoing, undo neither loses another's words nor doubles any",
  { timeout: 120_000 },
  async () => {
    let undone = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 15 }), async (steps) => {
        undone += await hold(steps);
      }),
      { numRuns: 25, examples: found.map((steps) => [steps]) },
    );
    expect(undone).toBeGreaterThan(5);
  },
);
