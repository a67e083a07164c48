import { expect, it } from "vitest";
import * as Y from "yjs";
import { type Guard, type Verdict, createGuard } from "./guard.ts";

/** Judges as a person to whom nobody else's client ids are known, and applies what passes. */
function give(guard: Guard, doc: Y.Doc, update: Uint8Array, person = "ada", holder: string | null = null): Verdict {
  const verdict = guard.judge(doc, update, false, { person, at: 0, holder: () => holder });
  if (verdict.refused !== null) return verdict;
  Y.applyUpdate(doc, update);
  guard.bind(verdict.binds);
  return verdict;
}

function clauseOf(words: Y.XmlText): Y.XmlElement {
  const clause = new Y.XmlElement("clause");
  clause.insert(0, [words]);
  return clause;
}

/** The updates by which a client writes "first ", "second " and takes both away again. */
function session(): Uint8Array[] {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const words = new Y.XmlText();
  doc.getXmlFragment("text").insert(0, [clauseOf(words)]);
  words.insert(0, "first ");
  words.insert(6, "second ");
  words.delete(0, 13);
  return updates;
}

const none: ReadonlySet<string> = new Set();
const passed = { refused: null, binds: [] };

it("passes updates in their order, again, and merged", () => {
  const updates = session();
  const [guard, doc] = [createGuard([], none, 8e6), new Y.Doc()];
  expect(give(guard, doc, updates[0]!)).toMatchObject({ refused: null, binds: [{ person: "ada" }] });
  for (const update of [...updates, ...updates, Y.mergeUpdates(updates)])
    expect(give(guard, doc, update)).toEqual(passed);
  expect(give(createGuard([], none, 8e6), new Y.Doc(), Y.mergeUpdates(updates)).refused).toBeNull();
});

it("passes what several windows of one person wrote offline, in one update", () => {
  const [guard, doc] = [createGuard([], none, 8e6), new Y.Doc()];
  const windows = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  for (const [i, window] of windows.entries()) {
    for (const other of windows.slice(0, i)) Y.applyUpdate(window, Y.encodeStateAsUpdate(other));
    window.getXmlFragment("text").insert(i, [clauseOf(new Y.XmlText(`window ${i}`))]);
  }
  const verdict = give(guard, doc, Y.encodeStateAsUpdate(windows[2]!));
  expect(verdict.refused === null && verdict.binds.length).toBe(3);
});

it("lets nobody else show up under a client id that somebody holds", () => {
  const [first = new Uint8Array()] = session();
  expect(give(createGuard([], none, 8e6), new Y.Doc(), first, "eve", "ada")).toEqual({ refused: "client" });
  expect(give(createGuard([], none, 8e6), new Y.Doc(), first, "ada", "ada").refused).toBeNull();
});

it("takes a client id that has no owner for the server's", () => {
  const doc = new Y.Doc();
  const [first = new Uint8Array(), ...rest] = session();
  Y.applyUpdate(doc, first);
  expect(give(createGuard([], none, 8e6), doc, Y.mergeUpdates([first, ...rest]))).toEqual({ refused: "client" });
});

it("refuses structs that wait for each other", () => {
  const [one, other] = [new Y.Doc(), new Y.Doc()];
  one.getXmlFragment("text").insert(0, [clauseOf(new Y.XmlText("a"))]);
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
  other.getXmlFragment("text").insert(1, [clauseOf(new Y.XmlText("b"))]);
  const alone = Y.diffUpdate(Y.encodeStateAsUpdate(other), Y.encodeStateVector(one));
  expect(give(createGuard([], none, 8e6), new Y.Doc(), alone)).toEqual({ refused: "gap" });
});

it.each([
  ["a line break among words", { type: "break" }, null],
  ["the mark of a footnote among words", { type: "anchor", footnote: "f" }, null],
  ["a mark that names nothing", { type: "anchor" }, "schema"],
  ["anything else among words", { type: "image" }, "schema"],
])("judges %s", (_what, embedded, refused) => {
  const doc = new Y.Doc();
  const words = new Y.XmlText("words");
  doc.getXmlFragment("text").insert(0, [clauseOf(words)]);
  words.insertEmbed(2, embedded);
  expect(give(createGuard([], none, 8e6), new Y.Doc(), Y.encodeStateAsUpdate(doc)).refused).toBe(refused);
});
