import { type Clause, type Text, clause, content, item, languages, text } from "@plenary/document";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "../compare.ts";
import { amendments } from "../laws/amended.ts";
import { createSession } from "./createSession.ts";

const trusted = { ids: "trusted" } as const;
const base = text("en", [
  clause("paragraph", "that the Union should support developing countries in their work", { id: "one" }),
  item("a)", "to submit a report to the next conference", { id: "two" }),
  clause("paragraph", "to study the use of satellites in remote areas", { id: "three" }),
]);

function saying(words: string, id = "one", from: Text = base): Text {
  return { ...from, clauses: from.clauses.map((one) => (one.id === id ? { ...one, content: content(words) } : one)) };
}

describe("a session", () => {
  test("[S2] entries of clauses that say the same are the same objects, and so is the redline", () => {
    const session = createSession(
      base,
      saying("that the Union shall support developing countries in their work"),
      trusted,
    );
    const before = session.redline;
    const now = saying("that the Union shall support all countries in their work");
    const after = session.update(now, ["one"]);
    expect(after.clauses[0]).not.toBe(before.clauses[0]);
    expect(after.clauses[1]).toBe(before.clauses[1]);
    expect(after.clauses[2]).toBe(before.clauses[2]);
    expect(session.update(structuredClone(now))).toBe(after);
    const [one, two, three] = now.clauses;
    const extra = clause("paragraph", "to report on it", { id: "four" });
    const longer = session.update({ ...now, clauses: [one!, extra, two!, three!] });
    expect(longer.clauses.map((entry) => after.clauses.indexOf(entry))).toEqual([0, -1, 1, 2]);
  });

  test("[S3] a change keeps its identity while it grows, in whatever direction", () => {
    const session = createSession(
      base,
      saying("that the Union shall support developing countries in their work"),
      trusted,
    );
    const first = session.redline.changes[0]!.id;
    for (const words of [
      "that the Union shall always support developing countries in their work",
      "that all Members shall always support developing countries in their work",
      "that all Members shall always support developing countries in their work and studies",
    ]) {
      const { changes } = session.update(saying(words));
      expect(session.identityOf(changes[0]!)).toBe(first);
    }
    const last = session.redline.changes;
    expect(new Set(last.map((change) => session.identityOf(change))).size).toBe(last.length);
    expect(last[0]!.id).not.toBe(first);
  });
});

/** Texts that descend from one another, as the keystrokes of a draft do. */
function steps(list: readonly Text[], order: readonly number[]): Text[] {
  const out: Text[] = [];
  for (const k of order) {
    const from = out.at(-1) ?? list[0]!;
    const to = list[k % list.length]!;
    const i = k % Math.max(1, from.clauses.length);
    const other = to.clauses.find(({ id }) => id === from.clauses[i]?.id);
    const one: readonly Clause[] = from.clauses.map((clause, c) => (c === i && other ? other : clause));
    out.push(k % 3 === 0 ? to : { ...from, clauses: k % 2 === 0 ? one : structuredClone(one) });
  }
  return out;
}

test("[S1] sees a merge beside a clause that came from elsewhere", () => {
  const line = (id: string, words: string): Clause => clause("paragraph", words, { id });
  const [went, kept, first] = [
    line("c1", "far away"),
    line("c2", "as ever"),
    line("c3", "the duties on all equipment"),
  ];
  const base = text("en", [went, kept, first, line("c4", "shall be lower than before")]);
  const session = createSession(base, text("en", [kept, first, went]), { ids: "trusted" });
  const merged = text("en", [kept, line("c3", "the duties on all equipment shall be lower than before"), went]);
  const redline = session.update(merged);
  expect(redline).toEqual(compare(base, merged, { ids: "trusted" }));
  expect(redline.changes.map(({ kind }) => kind)).toContain("merge");
});

describe.each(languages)("laws of a session in %s", (language) => {
  test.each(["trusted", "by-likeness"] as const)("[S1] its redline equals the comparison (%s)", (ids) => {
    fc.assert(
      fc.property(
        amendments(language),
        amendments(language),
        fc.array(fc.nat(60), { maxLength: 12 }),
        (one, two, order) => {
          const session = createSession(one.base, one.current, { ids });
          expect(session.redline).toEqual(compare(one.base, one.current, { ids }));
          let called = session.redline.changes.map((change) => session.identityOf(change));
          for (const current of steps([one.current, one.base, two.current, two.base], order)) {
            const before = session.redline;
            const told = current.clauses.length % 2 === 0;
            const redline = session.update(current, told ? changedIds(before.current, current) : undefined);
            expect(redline).toEqual(compare(one.base, current, { ids }));
            const identities = redline.changes.map((change) => session.identityOf(change));
            expect(new Set(identities).size).toBe(identities.length);
            expect(before.changes.map((change) => session.identityOf(change))).toEqual(called);
            called = identities;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

function changedIds(before: Text, now: Text): string[] {
  const said = (one: Text) => new Map(one.clauses.map((clause, i) => [clause.id, JSON.stringify([i, clause])]));
  const [was, is] = [said(before), said(now)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}
