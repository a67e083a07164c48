import { afterEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { watchClauses } from "./watchClauses.ts";

afterEach(() => void vi.restoreAllMocks());

/** A text of so many clauses, watched; the answer types a letter and tells how many clauses were told of, and read. */
function typed(clauses: number): { told: number; read: number } {
  const doc = new Y.Doc();
  const root = doc.getXmlFragment("text");
  const all = Array.from({ length: clauses }, (_, i) => {
    const clause = new Y.XmlElement("clause");
    clause.setAttribute("id", `c${i}`);
    clause.insert(0, [new Y.XmlText(`clause ${i}`)]);
    return clause;
  });
  root.insert(0, all);
  let told = 0;
  watchClauses(doc, (edits) => void (told += edits.length));
  const words = all[clauses - 3]?.firstChild;
  if (!(words instanceof Y.XmlText)) throw new Error("The clause has no words.");
  const readings = [Y.XmlElement.prototype, Y.XmlFragment.prototype].map((type) => vi.spyOn(type, "toArray"));
  const deltas = vi.spyOn(Y.XmlText.prototype, "toDelta");
  words.insert(3, "x");
  const read = [...readings, deltas].reduce((sum, { mock }) => sum + mock.calls.length, 0);
  vi.restoreAllMocks();
  return { told, read };
}

it("tells of the clause alone in which somebody types, and reads no other, however long the text is", () => {
  const short = typed(5);
  expect(short.told).toBe(1);
  expect(typed(3000)).toEqual(short);
});
