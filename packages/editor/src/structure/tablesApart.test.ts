// @vitest-environment happy-dom
import { newId, readText, replaceText, runCommand, writeText } from "@plenary/collab";
import { compare, reject } from "@plenary/diff";
import { type Text, clause, flatten, plainText, table, text } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import { TextSelection } from "@tiptap/pm/state";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import * as fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { oneStep } from "../live/oneStep.ts";
import { type } from "../testing/drive.ts";
import { laws } from "../testing/laws.ts";
import { type OpenDraft, openDraft, sync } from "../testing/openDraft.ts";
import type { TablePart } from "./tableParts.ts";

const published = text("en", [
  clause("paragraph", "alpha", { id: "p" }),
  table(
    [
      ["bravo", "charlie"],
      ["delta", ""],
    ],
    { id: "t" },
  ),
]);

const parts = ["rowAbove", "rowBelow", "columnBefore", "columnAfter"] as const;
const own = ["type", "typeOn", "erase", "pause", "undo", "redo"] as const;
/** What takes away words that others wrote and that were in view. */
const suppressed = ["row", "column", "table"] as const;
/** What the server does, for a chair. */
const served = ["reject", "undoReject", "restore"] as const;
const whats = [
  ...parts,
  ...own,
  ...served,
  ...suppressed,
  "restoreTable",
  ...parts,
  ...own,
  "type",
  "type",
  "undo",
  "undo",
  "reject",
] as const;

interface Step {
  readonly who: 0 | 1;
  readonly what: (typeof whats)[number];
  readonly at: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom(...whats),
  at: fc.nat(19),
});
/** What the people do while they are away from the server, which goes on meanwhile; they meet after each. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });

/** What nobody else says: a sign that stands nowhere else. */
const wordOf = (n: number): string => String.fromCodePoint(0x4e00 + n);

const say = ({ clauses }: Pick<Text, "clauses">): string =>
  clauses
    .map(({ content, rows }) =>
      [flatten(content), ...rows.flatMap(({ cells }) => cells.map((cell) => say(cell)))].join("\n"),
    )
    .join("\n");

const baseWords = say(published).match(/[a-z]+/g) ?? [];

/** What is said without the words of the base, and without all others: a word may be typed inside one of the base. */
const apart = (said: string): string => `${said.replaceAll(/[a-z]/g, "")} ${said.replaceAll(/\p{Script=Han}/gu, "")}`;

/** Two people at their papers, away from the server, which carries out what a chair decides. */
class Session {
  readonly server = new Y.Doc();
  readonly people: readonly [OpenDraft, OpenDraft];
  readonly typed: { readonly word: string; readonly who: 0 | 1 }[] = [];
  /** Words that their writer took back or erased, and that a chair who saw them rejected. */
  readonly taken = new Set<string>();
  /** Who brought words back since all met, and the words that two of them did, which may stand twice. */
  private readonly back = new Map<string, Set<string>>();
  private readonly twice = new Set<string>();
  private readonly tookTables = new Set<0 | 1>();
  private readonly restore: () => void;
  private rejected: { readonly before: Text; readonly after: string } | null = null;

  constructor() {
    let made = 0;
    // The same at every run: who is who decides what Yjs puts first.
    const random = vi.spyOn(crypto, "getRandomValues").mockImplementation((values) => {
      if (values instanceof Uint8Array) new DataView(values.buffer).setUint32(0, ++made);
      return values;
    });
    this.restore = () => random.mockRestore();
    this.server.clientID = 1;
    writeText(this.server, published);
    const open = (client: number): OpenDraft => {
      const doc = new Y.Doc();
      doc.clientID = client;
      sync(doc, this.server);
      const draft = openDraft(doc, published, "marked", null, this.server);
      const { undoManager }: { undoManager: Y.UndoManager } = yUndoPluginKey.getState(draft.view.state);
      undoManager.doc.clientID = client + 1;
      undoManager.captureTimeout = Number.POSITIVE_INFINITY;
      return draft;
    };
    this.people = [open(2), open(4)];
  }

  close(): void {
    this.restore();
    for (const { editor, element } of this.people) {
      editor.destroy();
      element.remove();
    }
  }

  /** Takes a step; gives the words of others that a person's step took away. */
  act({ who, what, at }: Step): string[] {
    const byChair = served.some((one) => one === what);
    const told = (): string =>
      apart(say(byChair ? readText(this.server, published) : this.people[who].state().current));
    const before = told();
    this.take(who, what, at);
    const after = told();
    const words = [...baseWords.map((word) => ({ word, who: null })), ...this.typed];
    const gone = words.filter(({ word }) => before.includes(word) && !after.includes(word));
    for (const { word } of gone) this.taken.add(word);
    for (const { word } of words)
      if (!before.includes(word) && after.includes(word)) this.broughtBack(word, byChair ? "chair" : `${who}`);
    const ofTables = what === "restoreTable" || suppressed.some((one) => one === what);
    if (ofTables) this.tookTables.add(who);
    // Who took back what they did to a whole row takes back what it did to others' words.
    const again = this.tookTables.has(who) && (what === "undo" || what === "redo");
    return byChair || ofTables || again ? [] : gone.filter((one) => one.who !== who).map(({ word }) => word);
  }

  private broughtBack(word: string, by: string): void {
    const all = this.back.get(word) ?? new Set();
    this.back.set(word, all.add(by));
    if (all.size > 1) this.twice.add(word);
  }

  private take(who: 0 | 1, what: Step["what"], at: number): void {
    const draft = this.people[who];
    switch (what) {
      case "type":
      case "typeOn":
        if (what === "type") enterCell(draft, at);
        this.typed.push({ word: wordOf(this.typed.length), who });
        return type(draft, this.typed.at(-1)!.word);
      case "erase":
        return this.erase(who, at);
      case "pause":
        return oneStep(draft.view, () => undefined);
      case "undo":
      case "redo":
        return draft.editor[what]();
      case "reject": {
        const before = readText(this.server, published);
        const redline = compare(published, before, { ids: "trusted" });
        const change = redline.changes[at % Math.max(redline.changes.length, 1)];
        if (!change) return;
        replaceText(this.server, published, reject(redline, [change.id]));
        this.rejected = { before, after: plainText(readText(this.server, published)) };
        return;
      }
      case "undoReject":
        if (plainText(readText(this.server, published)) !== this.rejected?.after) return;
        return replaceText(this.server, published, this.rejected.before);
      case "restore":
        return void runCommand(this.server, published, { command: "restore", clause: "t" }, newId());
      case "row":
      case "column":
      case "table":
        enterCell(draft, at);
        return draft.editor.suppressPart(what);
      case "restoreTable":
        enterCell(draft, at);
        return draft.editor.restoreTable();
      case "rowAbove":
      case "rowBelow":
      case "columnBefore":
      case "columnAfter":
        return insertPart(draft, at, what);
    }
  }

  private erase(who: 0 | 1, at: number): void {
    const { view } = this.people[who];
    const mine = this.typed.filter((one) => one.who === who);
    const word = mine[at % Math.max(mine.length, 1)]?.word;
    let found: number | null = null;
    view.state.doc.descendants((node, pos) => {
      if (node.isText && word && node.text!.includes(word)) found = pos + node.text!.indexOf(word);
    });
    if (found !== null) view.dispatch(view.state.tr.delete(found, found + 1));
  }

  /** Brings all together; gives what is said then. */
  meet(): Text {
    // Between two meetings half a second passes.
    for (const { view } of this.people) oneStep(view, () => undefined);
    // What one paper answers to what came may be for the other.
    for (let i = 0; i < 3; i++) for (const { doc } of this.people) sync(doc, this.server);
    return readText(this.server, published);
  }

  /** What is said otherwise than it should be: words that are lost, and that stand twice. */
  amiss(said: string): { lost: string[]; doubled: string[] } {
    const all = [...baseWords, ...this.typed.map(({ word }) => word)];
    const times = (word: string): number => apart(said).split(word).length - 1;
    const lost = all.filter((word) => times(word) === 0 && !this.taken.has(word));
    const doubled = all.filter((word) => times(word) > 1 && !this.twice.has(word));
    this.back.clear();
    // What was taken and came back is as any other.
    for (const word of this.taken) if (said.includes(word)) this.taken.delete(word);
    return { lost, doubled };
  }
}

/** The cells that are shown, in reading order. */
function cellsOf({ view, state }: OpenDraft): { node: Node; pos: number }[] {
  const shown = new Set(
    state().current.clauses.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ id }) => id))),
  );
  const found: { node: Node; pos: number }[] = [];
  view.state.doc.descendants((node, pos) => {
    if (node.type.name === "tableCell" && shown.has(String(node.attrs["id"]))) found.push({ node, pos });
    return node.type.name !== "tableCell";
  });
  return found;
}

/** Puts the caret at the end of a cell, in a fresh clause when it has none, as a click does. */
function enterCell(draft: OpenDraft, at: number): void {
  const { view } = draft;
  const cells = cellsOf(draft);
  const cell = cells[at % Math.max(cells.length, 1)];
  if (!cell) return;
  const { tr, schema } = view.state;
  if (cell.node.childCount === 0) tr.insert(cell.pos + 1, schema.node("clause", { id: newId() }));
  const end = cell.pos + 1 + Math.max(cell.node.content.size, 2) - 1;
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)));
}

function insertPart(draft: OpenDraft, at: number, part: TablePart): void {
  enterCell(draft, at);
  draft.editor.insertPart(part);
}

/** Two people take the steps, and meet after each round; gives the table's cells, row by row, and the words that stand. */
function hold(given: readonly (readonly Step[])[]): { cells: string[][]; kept: number } {
  const session = new Session();
  let current = published;
  try {
    for (const round of given) {
      for (const one of round) expect(session.act(one)).toEqual([]);
      current = session.meet();
      for (const draft of session.people) {
        laws(draft);
        expect(draft.state().current).toEqual(current);
      }
      expect(session.amiss(say(current))).toEqual({ lost: [], doubled: [] });
    }
    const rows = current.clauses.flatMap((one) => one.rows);
    return {
      cells: rows.map(({ cells }) => cells.map((cell) => say(cell))),
      kept: session.typed.filter(({ word }) => !session.taken.has(word)).length,
    };
  } finally {
    session.close();
  }
}

const by = (who: 0 | 1, what: Step["what"], at = 0): Step => ({ who, what, at });

const cellsAfter = (given: readonly (readonly Step[])[]): string[][] => hold(given).cells;

describe("a new row or column that goes while another person, away, writes in it", () => {
  const row = [
    ["bravo", "charlie"],
    ["一", ""],
    ["delta", ""],
  ];
  const column = [
    ["bravo", "一", "charlie"],
    ["delta", "", ""],
  ];
  it.each([
    ["row", "undo", [by(0, "rowBelow")], [by(0, "undo"), by(1, "type", 2)], row],
    ["row", "reject", [by(0, "rowBelow")], [by(0, "reject"), by(1, "type", 2)], row],
    ["row", "restore", [by(0, "rowBelow")], [by(0, "restore"), by(1, "type", 2)], row],
    ["column", "undo", [by(0, "columnAfter")], [by(0, "undo"), by(1, "type", 1)], column],
    ["column", "reject", [by(0, "columnAfter")], [by(0, "reject"), by(1, "type", 1)], column],
  ] as const)("a %s by %s is back with the words", (_part, _how, made, apart, cells) => {
    expect(cellsAfter([made, apart])).toEqual(cells);
  });

  it("is gone again when its writer undoes, and when a chair rejects it once more", () => {
    const start = [[by(0, "columnAfter")], [by(0, "undo"), by(1, "type", 1)]];
    const without = column.map(([one, , three]) => [one, three]);
    expect(cellsAfter([...start, [by(0, "reject")]])).toEqual(without);
    expect(cellsAfter([...start, [by(1, "undo")]])).toEqual(without);
  });

  it("is there as it was when both the undoing and the words are done again", () => {
    const words = [by(0, "rowBelow"), by(0, "type", 3)];
    expect(cellsAfter([words, [by(0, "undo"), by(1, "type", 2)], [by(0, "redo")]])).toEqual([
      ["bravo", "charlie"],
      ["丁", "一"],
      ["delta", ""],
    ]);
  });

  it("takes nothing along where the other's words had come before", () => {
    expect(cellsAfter([[by(0, "columnAfter")], [by(1, "type", 1)], [by(0, "undo")]])).toEqual(column);
    // In a row that the other had added since.
    const later = [[by(0, "columnAfter")], [by(1, "rowBelow")], [by(1, "type", 4)], [by(0, "undo")]];
    expect(cellsAfter(later)).toEqual([
      ["bravo", "", "charlie"],
      ["", "一", ""],
      ["delta", "", ""],
    ]);
  });
});

it("what two people write in rows and columns that are undone or rejected apart is neither lost nor doubled", () => {
  let kept = 0;
  fc.assert(
    fc.property(rounds, (given) => {
      kept += hold(given).kept;
    }),
    { numRuns: 60 },
  );
  expect(kept).toBeGreaterThan(10);
});
