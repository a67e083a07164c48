import type { Decision } from "@plenary/collab";
import { accept, compare, reject } from "@plenary/diff";
import { type Inline, type Text, clause, content, run, text } from "@plenary/document";
import { arbitraryEdit, arbitraryText } from "@plenary/document/arbitrary";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { beforeOf, withBefore } from "./before.ts";
import { decisionsOn } from "./decided.ts";
import { undoChanges } from "./undoChanges.ts";

const person = { id: "chair", name: "Ravi Menon", group: null, role: "chair" } as const;
const act = { id: "act", person, at: new Date(0) };

/** What the clauses say, without labels, which follow from structure. */
const saying = ({ clauses }: Text): unknown => clauses.map((clause) => ({ ...clause, label: null }));

const amendments = arbitraryText("en").chain((base) => fc.tuple(fc.constant(base), arbitraryEdit(base)));

test("what an act changed is put back as it stood, in its place", () => {
  fc.assert(
    fc.property(amendments, ([base, current]) => {
      expect(saying(withBefore(current, beforeOf(base, current)))).toEqual(saying(base));
      expect(saying(withBefore(base, beforeOf(current, base)))).toEqual(saying(current));
    }),
  );
});

/** Seen to fail: words inserted before others that lost their formatting, refused alone. */
function insertedBeforePlain(): [[Text, Text], number, boolean] {
  const said = (...pieces: Inline[]) => text("en", [clause("paragraph", content(...pieces), { id: "c1" })]);
  const agreed = said(run("States (Rev. 2022) broadband", "bold"));
  const live = said(run("States (Rev. ", "bold"), run("the broadband 2022) Resolution"), run(" broadband", "bold"));
  return [[agreed, live], 1, false];
}

test("undoing all decisions of an act gives the text before it, or is refused", () => {
  let undone = 0;
  fc.assert(
    fc.property(amendments, fc.nat(), fc.boolean(), ([agreed, live], bits, accepting) => {
      const redline = compare(agreed, live, { ids: "trusted" });
      const chosen = redline.changes.filter(({ kind }, i) => kind !== "label" && (bits >> (i % 30)) & 1);
      fc.pre(chosen.length > 0);
      const ids = chosen.map(({ id }) => id);
      const [was, now] = accepting ? [agreed, accept(redline, ids)] : [live, reject(redline, ids)];
      const decisions: Decision[] = decisionsOn(redline, chosen, accepting ? "accept" : "reject", act, () =>
        crypto.randomUUID(),
      );
      const back = undoChanges(now, beforeOf(was, now), decisions, decisions);
      if (!back) return;
      undone += 1;
      expect(saying(back)).toEqual(saying(was));
    }),
    { examples: [insertedBeforePlain()] },
  );
  expect(undone).toBeGreaterThan(50);
});
