import { accept, compare, reject } from "@plenary/diff";
import { clause, item, table, text } from "@plenary/document";
import { expect, test } from "vitest";
import { writeMarkedText } from "./writeMarkedText.ts";
import { writeText } from "./writeText.ts";

const base = text("en", [
  clause("call", "resolves", { id: "r" }),
  item("1", "to begin at once;", { id: "a" }),
  item("2", "to count the pigeons of every post office;", { id: "b" }),
  item("3", "to end,", { id: "c" }),
  table([["when", "what"]], { id: "t" }),
]);
const [call, first, , last, times] = base.clauses;
const current = {
  ...base,
  clauses: [
    call!,
    { ...first!, content: clause("item", "to begin soon;").content },
    { ...last!, label: "2" },
    item("3", "to write a report about it,", { id: "new" }),
    times!,
  ],
};

test("words, labels and whole clauses are marked, one clause a line", () => {
  const redline = compare(base, current);
  expect(writeMarkedText(redline)).toBe(
    [
      "resolves",
      "1\tto begin [-at once-]{+soon+};",
      "[-2\tto count the pigeons of every post office;-]",
      "[-3-]{+2+}\tto end,",
      "{+3\tto write a report about it,+}",
      "when",
      "what",
      "",
    ].join("\n"),
  );
  expect(writeText(accept(redline))).toBe(writeText(current));
  expect(writeText(reject(redline))).toBe(writeText(base));
});

test("a text compared with itself has no marks", () => {
  expect(writeMarkedText(compare(base, base))).toBe(writeText(base));
});

test("a split ends a line with an inserted mark, a merge with a deleted one", () => {
  const whole = text("en", [
    item("1", "to study the use of satellites in remote areas and to report on it to the Council;"),
  ]);
  const pieces = text("en", [
    item("1", "to study the use of satellites in remote areas;"),
    item("2", "to report on it to the Council;"),
  ]);
  expect(writeMarkedText(compare(whole, pieces))).toBe(
    "1\tto study the use of satellites in remote areas[- and-]{+;+}{+¶+}\n{+2\t+}[- -]to report on it to the Council;\n",
  );
  expect(writeMarkedText(compare(pieces, whole))).toBe(
    "1\tto study the use of satellites in remote areas[-;-]{+ and+}[-¶-]\n[-2\t-]{+ +}to report on it to the Council;\n",
  );
});

test("a space that becomes another one is named", () => {
  const said = (words: string) => text("fr", [clause("paragraph", words)]);
  expect(writeMarkedText(compare(said("payer 10 000 francs"), said("payer 10\u00A0000 francs")))).toBe(
    "payer [-10 000-]{+10⟨espace insécable⟩000+} francs\n",
  );
  expect(writeMarkedText(compare(said("no 3"), said("no\u00A03")))).toBe("no[-⟨espace⟩-]{+⟨espace insécable⟩+}3\n");
});
