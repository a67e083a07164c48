import { anchor, clause, content, item, languages, lineBreak, run, text } from "@plenary/document";
import { arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { currentText, readText } from "./currentText.ts";
import { readClauses } from "./readClauses.ts";
import { writeText } from "./writeText.ts";

const base = text("en", [
  clause("call", "resolves", { id: "r" }),
  item("1", "to build bridges;", { id: "a" }),
  item("2", content("to ", run("test", "bold", "italic"), lineBreak(), "them", anchor("f"), "."), { id: "b" }),
  clause("footnote", "A note.", { id: "f", label: "1" }),
]);

describe("writing a text and reading it", () => {
  test("gives the same text, in six languages", () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages).chain(arbitraryText), (given) => {
        const doc = new Y.Doc();
        writeText(doc, given);
        expect(readClauses(doc)).toEqual(given.clauses);
        expect(readText(doc, given)).toEqual(given);
      }),
    );
  });

  test("writes all that a clause says into one text", () => {
    const doc = new Y.Doc();
    writeText(doc, base);
    const element = doc.getXmlFragment("text").get(2);
    const [words, ...others] = element instanceof Y.XmlElement ? element.toArray() : [];
    expect(others).toEqual([]);
    expect(words instanceof Y.XmlText && words.toDelta()).toEqual([
      { insert: "to " },
      { insert: "test", attributes: { bold: {}, italic: {} } },
      { insert: { type: "break" }, attributes: { bold: {}, italic: {} } },
      { insert: "them" },
      { insert: { type: "anchor", footnote: "f" } },
      { insert: "." },
    ]);
  });

  test("reads breaks and marks of footnotes that stand between texts, as drafts had them before", () => {
    const doc = new Y.Doc();
    writeText(doc, base);
    const element = doc.getXmlFragment("text").get(2);
    if (!(element instanceof Y.XmlElement)) throw new Error("There is no clause.");
    const mark = new Y.XmlElement("footnoteAnchor");
    mark.setAttribute("footnote", "f");
    element.delete(0, 1);
    const parts = [new Y.XmlText(), new Y.XmlElement("hardBreak"), new Y.XmlText("them"), mark, new Y.XmlText(".")];
    element.insert(0, parts);
    const bold = { insert: "test", attributes: { bold: {}, italic: {} } };
    if (parts[0] instanceof Y.XmlText) parts[0].applyDelta([{ insert: "to " }, bold]);
    expect(readClauses(doc)).toEqual(base.clauses);
  });

  test("refuses a live text that has content", () => {
    const doc = new Y.Doc();
    writeText(doc, base);
    expect(() => writeText(doc, base)).toThrow("use replaceText");
  });
});

describe("the current text", () => {
  const [call, one, two, note] = base.clauses;
  const ids = (...raw: (typeof call)[]) =>
    currentText(
      raw.flatMap((given) => given ?? []),
      base,
    ).clauses.map((given) => `${given.id} ${given.label}`);
  const said = (given: typeof call, words: string) => given && { ...given, content: content(words) };

  test("leaves an emptied base clause out and numbers the rest", () => {
    expect(ids(call, said(one, ""), two, note)).toEqual(["r null", "b 1", "f 1"]);
  });

  test("keeps an added clause that says nothing yet", () => {
    expect(ids(call, one, item("1", "", { id: "n" }), two, note)).toEqual(["r null", "a 1", "n 2", "b 3", "f 1"]);
  });

  test("takes the empty one of two for a ghost", () => {
    expect(ids(call, said(one, ""), two, one, note)).toEqual(["r null", "b 1", "a 2", "f 1"]);
  });

  test("gives the id to the one most alike to the base, and the other an id of its own", () => {
    const late = said(one, "late words");
    expect(ids(call, late, two, one, note).map((line) => line.split(" ")[0])).toEqual(["r", "a~2", "b", "a", "f"]);
  });

  test("does not throw at what no client should write", () => {
    const doc = new Y.Doc();
    const odd = new Y.XmlElement("clause");
    odd.setAttribute("kind", "poem");
    odd.setAttribute("level", "x");
    odd.insert(0, [new Y.XmlText("words"), new Y.XmlElement("video")]);
    doc.getXmlFragment("text").insert(0, [odd, new Y.XmlText("stray"), new Y.XmlElement("image")]);
    expect(readText(doc, base).clauses).toEqual([clause("paragraph", "words")]);
  });
});
