import type { Decision } from "@plenary/collab";
import { expect, test } from "vitest";
import { decisionCsv, decisionLog } from "./decisionLog.ts";

const decision: Decision = {
  id: "d1",
  act: "a1",
  change: { kind: "text", clause: "one", deleted: '=HYPERLINK("x")', inserted: "ten,\n“twelve”", summary: "@sum" },
  verdict: "accept",
  person: { id: "p", name: "-1+2" },
  group: "",
  role: "chair",
  at: "2027-05-04T09:00:00.000Z",
};

test("a field that a spreadsheet would take for a formula begins with an apostrophe", () => {
  const [head, ...rows] = decisionCsv(decisionLog([decision])).split("\r\n");
  expect(head).toContain('"at","verdict","person"');
  expect(rows.join("\r\n")).toContain(`"'-1+2"`);
  expect(rows.join("\r\n")).toContain(`"'=HYPERLINK(""x"")"`);
  expect(rows.join("\r\n")).toContain(`"'@sum"`);
  expect(rows.join("\r\n")).toContain('"ten,\n“twelve”"');
});

test("a decision is no longer in force once another undoes it", () => {
  const undo: Decision = { ...decision, id: "d2", act: "a2", verdict: "undo", undoes: "d1" };
  expect(decisionLog([decision, undo]).map(({ id, undone }) => [id, undone])).toEqual([
    ["d1", "d2"],
    ["d2", null],
  ]);
});
