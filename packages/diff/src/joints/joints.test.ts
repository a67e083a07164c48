import { type Text, anchor, clause, content, flatten, item, table, text } from "@plenary/document";
import { describe, expect, test } from "vitest";
import { accept, reject } from "../apply.ts";
import { compare } from "../compare.ts";
import { paragraphs } from "../print/paragraphs.ts";
import type { Redline } from "../redline.ts";

const study = "to study the use of satellite systems in remote areas";
const report = "to report on the results to the next conference";
const fund = "to seek contributions from the members of the Union";

function redlineOf(base: Text, current: Text, ids: "trusted" | "by-likeness" = "by-likeness"): Redline {
  const redline = compare(base, current, { ids });
  expect(reject(redline)).toEqual(base);
  expect(accept(redline).clauses.map(saying)).toEqual(current.clauses.map(saying));
  if (ids === "trusted") expect(accept(redline)).toEqual(current);
  return redline;
}

function saying({ kind, label, content }: Text["clauses"][0]): unknown {
  return [kind, label, flatten(content)];
}

const joints = ({ clauses }: Redline) => clauses.map(({ symbol, joint }) => joint ?? symbol);
const changes = (redline: Redline) =>
  redline.changes.map(({ kind, fromA, toA, fromB, toB }) => [kind, fromA, toA, fromB, toB]);

describe("a clause split", () => {
  test.each(["trusted", "by-likeness"] as const)("[C10] is one change, edits are changes of their own (%s)", (ids) => {
    const base = text("en", [item("1", `${study}; ${report};`, { id: "a" }), item("2", `${fund}.`, { id: "b" })]);
    const current = text("en", [
      item("1", `${study};`, { id: "a" }),
      item("2", `${report.replace("next", "last")};`, { id: "n" }),
      item("3", `${fund}.`, { id: "b" }),
    ]);
    const redline = redlineOf(base, current, ids);
    expect(joints(redline)).toEqual(["MOD", "split", "MOD"]);
    expect(redline.changes.map(({ kind }) => kind)).toEqual(["split", "text", "label"]);
    expect(paragraphs(redline).map(({ hunks }) => hunks)).toEqual([
      [["=", `1\t${study};`]],
      [
        ["+", "2\t"],
        ["-", " "],
        ["=", "to report on the results to the "],
        ["-", "next"],
        ["+", "last"],
        ["=", " conference;"],
      ],
      [
        ["-", "2"],
        ["+", "3"],
        ["=", `\t${fund}.`],
      ],
    ]);
    const [split, words] = redline.changes;
    expect(accept(redline, [split!.id]).clauses.map(({ content }) => flatten(content))).toEqual([
      `${study};`,
      `${report};`,
      `${fund}.`,
    ]);
    expect(accept(redline, [words!.id]).clauses.map(({ content }) => flatten(content))).toEqual([
      `${study}; ${report.replace("next", "last")};`,
      `${fund}.`,
    ]);
  });

  test("[C10] the space that goes is the split's; where none goes its range is empty", () => {
    const said = "研究卫星系统在偏远地区的使用；向下届大会报告有关结果。";
    const at = said.indexOf("；") + 1;
    const redline = redlineOf(
      text("zh", [clause("paragraph", said)]),
      text("zh", [clause("paragraph", said.slice(0, at)), clause("paragraph", said.slice(at))]),
    );
    expect(changes(redline)).toEqual([["split", at, at, 0, 0]]);
    const spaced = redlineOf(
      text("en", [clause("paragraph", `${study} and ${report}`)]),
      text("en", [clause("paragraph", `${study};`), clause("paragraph", report)]),
    );
    const end = study.length;
    expect(changes(spaced)).toEqual([
      ["text", end, end + 4, end, end + 1],
      ["split", end + 4, end + 5, 0, 0],
    ]);
  });

  test("[C10] the piece with the base's id may be any of them, and pieces may be many", () => {
    const base = text("en", [clause("paragraph", `${study}; ${report}; ${fund}.`, { id: "a" })]);
    for (const ids of [
      ["a", "x", "y"],
      ["x", "a", "y"],
      ["x", "y", "a"],
    ]) {
      const current = text(
        "en",
        [`${study};`, `${report};`, `${fund}.`].map((said, i) => clause("paragraph", said, { id: ids[i]! })),
      );
      const redline = redlineOf(base, current, "trusted");
      expect(joints(redline)).toEqual(["MOD", "split", "split"]);
      const [first, second] = redline.changes;
      const rest = ids.slice(1).includes("a") ? "a" : ids[1];
      expect(accept(redline, [first!.id]).clauses.map(({ id }) => id)).toEqual([ids[0], rest]);
      expect(accept(redline, [second!.id]).clauses).toHaveLength(2);
      expect(redlineOf(current, base, "trusted").changes.map(({ kind }) => kind)).toEqual(["merge", "merge"]);
    }
  });

  test("[C11] an added clause that repeats words, or is short, is an addition", () => {
    const kept = clause("paragraph", `${study};`, { id: "a" });
    for (const said of [`${study}, and in cities;`, `${fund}.`, "in remote areas", "remote areas"]) {
      const redline = redlineOf(
        text("en", [kept]),
        text("en", [kept, clause("paragraph", said, { id: "n" })]),
        "trusted",
      );
      expect(joints(redline)).toEqual(["NOC", "ADD"]);
    }
    const shortened = redlineOf(
      text("en", [clause("paragraph", `${study} and on islands of the region;`, { id: "a" })]),
      text("en", [kept, clause("paragraph", "to invite other islands to help with the costs;", { id: "n" })]),
      "trusted",
    );
    expect(joints(shortened)).toEqual(["MOD", "ADD"]);
  });

  test("[C11] but pieces that say the very words of the clause are a split, however short", () => {
    const redline = redlineOf(
      text("en", [clause("paragraph", "noting; recalling", { id: "a" })]),
      text("en", [clause("paragraph", "noting;", { id: "a" }), clause("paragraph", "recalling", { id: "n" })]),
      "trusted",
    );
    expect(joints(redline)).toEqual(["MOD", "split"]);
  });

  test("[C11] not across a table, nor of footnotes", () => {
    const base = text("en", [clause("paragraph", `${study}; ${report};`, { id: "a" })]);
    const [one, other] = [
      clause("paragraph", `${study};`, { id: "a" }),
      clause("paragraph", `${report};`, { id: "n" }),
    ];
    const current = text("en", [one, table([["Year"]], { id: "t" }), other]);
    expect(joints(redlineOf(base, current, "trusted"))).toEqual(["MOD", "ADD", "ADD"]);
  });

  test("[C10] anchors stay with their piece", () => {
    const note = clause("footnote", "These are many.", { id: "f", label: "1" });
    const base = text("en", [clause("paragraph", content(study, anchor("f"), "; ", report, ";"), { id: "a" }), note]);
    const current = text("en", [
      clause("paragraph", content(study, anchor("f"), ";"), { id: "a" }),
      clause("paragraph", `${report};`, { id: "n" }),
      note,
    ]);
    expect(redlineOf(base, current, "trusted").changes.map(({ kind }) => kind)).toEqual(["split"]);
  });
});

describe("a clause in many pieces", () => {
  const regions = ["Africa", "the Arab States", "Asia", "Europe", "the Americas", "the islands", "the poles"];
  const pieces = regions.map((region, k) => `${k + 1}00 francs go to stations run by schools of ${region}`);

  test.each([2, 4, 5, 6, 7])("[C11] is one split by likeness, and one merge the other way (%i)", (count) => {
    const some = pieces.slice(0, count);
    const whole = text("en", [item("1", `${some.join("; ")}.`), item("2", fund)]);
    const apart = text("en", [...some.map((said, k) => item(`${k + 1}`, `${said};`)), item(`${count + 1}`, fund)]);
    expect(joints(redlineOf(whole, apart)).filter((one) => one === "split")).toHaveLength(count - 1);
    expect(joints(redlineOf(apart, whole)).filter((one) => one === "merge")).toHaveLength(count - 1);
  });
});

describe("clauses merged", () => {
  test.each(["trusted", "by-likeness"] as const)("[C10] are one change, edits are changes of their own (%s)", (ids) => {
    const base = text("en", [
      item("1", `${study};`, { id: "a" }),
      item("2", `${report};`, { id: "b" }),
      item("3", `${fund}.`, { id: "c" }),
    ]);
    const current = text("en", [
      item("1", `${study}; and ${report};`, { id: "a" }),
      item("2", `${fund}.`, { id: "c" }),
    ]);
    const redline = redlineOf(base, current, ids);
    expect(joints(redline)).toEqual(["MOD", "merge", "MOD"]);
    expect(redline.changes.map(({ kind }) => kind)).toEqual(["text", "merge", "label"]);
    expect(paragraphs(redline).map(({ hunks }) => hunks)[1]).toEqual([
      ["-", "2\t"],
      ["+", " "],
      ["=", `${report};`],
    ]);
    const merge = redline.changes[1]!;
    const words = accept(redline, [merge.id]).clauses.map(({ content }) => flatten(content));
    expect(words).toEqual([`${study}; ${report};`, `${fund}.`]);
    expect(reject(redline, [merge.id]).clauses).toHaveLength(3);
  });

  test("[C10] without looking for them they are clauses suppressed and added", () => {
    const base = text("en", [clause("paragraph", study, { id: "a" }), clause("paragraph", report, { id: "b" })]);
    const current = text("en", [clause("paragraph", `${study} ${report}`, { id: "a" })]);
    expect(compare(base, current, { ids: "trusted", joints: false }).changes.map(({ kind }) => kind)).toEqual([
      "text",
      "suppress",
    ]);
  });
});
