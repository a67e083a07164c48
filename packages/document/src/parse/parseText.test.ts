import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryText } from "../arbitrary/index.ts";
import { anchor, clause, content, text } from "../build.ts";
import { languages } from "../language.ts";
import { ParseError, parseClause, parseText } from "./parseText.ts";

describe("parseText", () => {
  test("JSON there and back", () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages).chain(arbitraryText), (given) => {
        expect(parseText(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
    );
  });

  test("any other JSON is refused with a path, never another error", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(() => parseText(json)).toThrow(ParseError);
      }),
    );
  });

  const good = { id: "c", kind: "item", level: 0, label: "a)", content: [], rows: [] };
  test.each([
    [null, "text: expected an object, got null"],
    [{ language: "de", clauses: [] }, 'language: expected one of en, fr, es, ru, ar, zh, got "de"'],
    [{ language: "en" }, "clauses: expected an array, got nothing"],
    [{ language: "en", clauses: [{ ...good, kind: "poem" }] }, "clauses[0].kind: expected one of"],
    [
      { language: "en", clauses: [{ ...good, level: -1 }] },
      "clauses[0].level: expected a whole number from 0 to 20, got -1",
    ],
    [
      { language: "en", clauses: [{ ...good, content: [{ type: "text", text: "x", marks: ["bold", "loud"] }] }] },
      'clauses[0].content[0].marks[1]: expected one of bold, italic, underline, subscript, superscript, got "loud"',
    ],
    [{ language: "en", clauses: [good, good] }, 'clauses[1].id: "c" is used twice'],
    [text("en", [clause("item", content(anchor("f")))]), 'clauses[0].content[0].footnote: there is no footnote "f"'],
  ])("%#", (json, message) => {
    expect(() => parseText(json)).toThrow(message);
  });

  test("one clause", () => {
    expect(parseClause(good)).toEqual(good);
    expect(() => parseClause({ ...good, id: "" })).toThrow('clause.id: expected an id, got ""');
  });
});
