import { type Text, flatten, languages } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { readText } from "./currentText.ts";
import { deep } from "./isEmpty.ts";
import { clauseNode, root } from "./node.ts";
import { readClauses } from "./readClauses.ts";
import { replaceText } from "./replaceText.ts";
import { moveClause, restoreClause, suppressClause } from "./structure.ts";
import { writeText } from "./writeText.ts";

type Act =
  | { readonly type: "type" | "suppress" | "restore" | "delete" | "add"; readonly at: number }
  | { readonly type: "move"; readonly at: number; readonly to: number };

const at = fc.nat({ max: 30 });
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({ type: fc.constantFrom("type", "type", "suppress", "restore", "delete", "add"), at }),
    fc.record({ type: fc.constant("move" as const), at, to: at }),
  ),
  { maxLength: 6 },
);
const session = fc
  .constantFrom(...languages)
  .chain(arbitraryText)
  .chain((base) =>
    fc.record({
      base: fc.constant(base),
      clients: fc.tuple(acts, acts),
      later: fc.tuple(acts, acts),
      end: arbitraryEdit(base),
    }),
  );

test("two who edit at once converge, nothing throws, no word is lost", () => {
  let typed = 0;
  fc.assert(
    fc.property(session, ({ base, clients, later, end }) => {
      const one = new Y.Doc();
      writeText(one, base);
      const other = new Y.Doc();
      sync(one, other);
      let word = 0;
      const act = (doc: Y.Doc, step: Act) => {
        const ids = base.clauses.map((clause) => clause.id);
        const id = ids[step.at % ids.length] ?? "";
        const fragment = root(doc);
        switch (step.type) {
          case "type": {
            const element = fragment.get(step.at % fragment.length);
            if (!(element instanceof Y.XmlElement) || element.nodeName !== "clause") return;
            const said = `⟨${doc.clientID}.${word++}⟩`;
            const first = element.length > 0 ? element.get(0) : null;
            if (first instanceof Y.XmlText) first.insert(Math.floor(first.length / 2), said);
            else element.insert(0, [new Y.XmlText(said)]);
            return;
          }
          case "suppress":
            suppressClause(doc, id);
            return;
          case "restore":
            restoreClause(doc, base, id);
            return;
          case "delete":
            if (fragment.length > 1) fragment.delete(step.at % fragment.length, 1);
            return;
          case "add": {
            const added = { id: `add-${doc.clientID}-${word++}`, kind: "item", level: 0, label: "1" } as const;
            fragment.insert(step.at % fragment.length, [clauseNode({ ...added, content: [], rows: [] })]);
            return;
          }
          case "move":
            moveClause(doc, base, id, ids[step.to % ids.length] ?? null);
        }
      };
      for (const round of [clients, later]) {
        for (const step of round[0]) act(one, step);
        for (const step of round[1]) act(other, step);
        sync(one, other);
        const text = readText(one, base);
        expect(readText(other, base)).toEqual(text);
        const said = deep(text.clauses).map((clause) => flatten(clause.content));
        const inDoc = deep(readClauses(one)).flatMap((clause) => flatten(clause.content) || []);
        expect(said.filter((words) => words !== "").toSorted()).toEqual(inDoc.toSorted());
        const all = deep(text.clauses).map((clause) => clause.id);
        expect(new Set(all).size).toBe(all.length);
        typed += said.filter((words) => words.includes("⟨")).length;
      }
      replaceText(one, base, readText(one, base));
      expect(readText(one, base)).toEqual(readText(other, base));
      replaceText(one, base, end);
      expect(unlabelled(readText(one, base))).toEqual(unlabelled(end));
      sync(one, other);
      expect(readText(other, base)).toEqual(readText(one, base));
    }),
    { numRuns: 300 },
  );
  expect(typed).toBeGreaterThan(100);
});

test("words typed into a clause while another suppresses it bring it back", () => {
  const base = { language: "en", clauses: [paragraph("a", "one"), paragraph("b", "two")] } as const;
  const one = new Y.Doc();
  writeText(one, base);
  const other = new Y.Doc();
  sync(one, other);
  suppressClause(one, "a");
  const clause = root(other).get(0);
  const words = clause instanceof Y.XmlElement ? clause.get(0) : null;
  if (words instanceof Y.XmlText) words.insert(3, " more");
  sync(one, other);
  expect(readText(one, base).clauses.map((given) => flatten(given.content))).toEqual([" more", "two"]);
});

function unlabelled(text: Text): Text {
  return { ...text, clauses: text.clauses.map((clause) => ({ ...clause, label: null })) };
}

function paragraph(id: string, text: string) {
  return { id, kind: "paragraph", level: 0, label: null, content: [{ type: "text", text }], rows: [] } as const;
}

function sync(one: Y.Doc, other: Y.Doc): void {
  const toOther = Y.encodeStateAsUpdate(one, Y.encodeStateVector(other));
  const toOne = Y.encodeStateAsUpdate(other, Y.encodeStateVector(one));
  Y.applyUpdate(other, toOther);
  Y.applyUpdate(one, toOne);
}
