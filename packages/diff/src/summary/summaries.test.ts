import { clause, content, item, languages, text } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendments } from "../laws/amended.ts";
import type { Redline } from "../redline.ts";
import { createSession } from "../session/createSession.ts";
import { summaries } from "./summaries.ts";
import { summary } from "./summary.ts";

describe.each(languages)("summaries in %s", (language) => {
  test("[U3] are those of each change, from one redline to the next", () => {
    fc.assert(
      fc.property(amendments(language), amendments(language), ({ base, current }, other) => {
        const session = createSession(base, current, { ids: "trusted" });
        const linesOf = summaries(language);
        const expected = (redline: Redline) =>
          new Map(redline.changes.map((change) => [change.id, summary(change, redline, language)]));
        expect(linesOf(session.redline)).toEqual(expected(session.redline));
        for (const next of [other.current, current, base]) {
          const redline = session.update(structuredClone({ ...next, language }));
          expect(linesOf(redline)).toEqual(expected(redline));
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("[U3] a change that is the same is named anew when the call above it is another", () => {
  const base = text("en", [clause("call", "resolves", { id: "r" }), item("1", "to go", { id: "one" })]);
  const [call, one] = base.clauses;
  const went = { ...one!, content: content("to stay") };
  const session = createSession(base, { ...base, clauses: [call!, went] }, { ids: "trusted" });
  const linesOf = summaries("en");
  expect([...linesOf(session.redline).values()]).toEqual(["Replaced “go” with “stay” in resolves 1"]);
  const redline = session.update({ ...base, clauses: [{ ...call!, content: content("decides") }, went] });
  expect([...linesOf(redline).values()]).toContain("Replaced “go” with “stay” in decides 1");
});

// Found by the law: a clause made anew that says the same keeps its entry, which holds the earlier object.
test("[U3] clauses made anew that say the same keep their places", () => {
  const base = text("en", [clause("call", "resolves", { id: "r" }), item("1", "to go", { id: "one" })]);
  const [call, one] = base.clauses;
  const session = createSession(
    base,
    { ...base, clauses: [call!, { ...one!, content: content("to stay") }] },
    {
      ids: "trusted",
    },
  );
  const title = clause("title", "Ways", { id: "t" });
  const redline = session.update(
    structuredClone({ ...base, clauses: [title, call!, { ...one!, content: content("to stay") }] }),
  );
  expect([...summaries("en")(redline).values()]).toEqual([
    "Added title: “Ways”",
    "Replaced “go” with “stay” in resolves 1",
  ]);
  for (const change of redline.changes)
    expect(summary(change, redline, "en")).toBe(summaries("en")(redline).get(change.id));
});
