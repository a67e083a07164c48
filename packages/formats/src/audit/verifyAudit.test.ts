import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonical } from "./canonical.ts";
import { type AuditEntry, auditStart, sealAct } from "./entry.ts";
import { auditEnd, isAudit, verifyAudit } from "./verifyAudit.ts";

const acts = fc.array(
  fc.record({
    id: fc.uuid(),
    at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    person: fc.option(fc.string()),
    act: fc.string(),
    draft: fc.option(fc.string()),
    detail: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
  }),
  { minLength: 1, maxLength: 8 },
);

const chains = acts.map((given) => {
  const entries: AuditEntry[] = [];
  for (const act of given) entries.push(sealAct(act, entries.at(-1) ?? auditStart));
  return entries;
});

/** The log as it is exported. */
function printed(entries: readonly AuditEntry[], end = entries.at(-1) ?? auditStart): string {
  return [...entries, auditEnd(end)].map((line) => `${JSON.stringify(line)}\n`).join("");
}

describe("an exported audit log", () => {
  it("is whole as it was written, and holds every hash that was noted before", () => {
    fc.assert(
      fc.property(chains, fc.nat(), (entries, at) => {
        const source = printed(entries);
        expect(isAudit(source)).toBe(true);
        expect(verifyAudit(source)).toBeNull();
        expect(verifyAudit(source, entries[at % entries.length]!.hash)).toBeNull();
        expect(verifyAudit(source, "f".repeat(64))).toMatchObject({ why: "other head" });
      }),
    );
    expect(verifyAudit(printed([]))).toBeNull();
  });

  it("shows where anything in it was changed", () => {
    const field = fc.constantFrom("id", "at", "person", "act", "draft", "number", "previous", "hash", "detail", "more");
    fc.assert(
      fc.property(chains, fc.nat(), field, (entries, at, key) => {
        const line = at % entries.length;
        const changed = entries.map((entry, i) => (i === line ? { ...entry, [key]: altered(entry, key) } : entry));
        expect(verifyAudit(printed(changed, entries.at(-1)))?.line).toBe(line + 1);
      }),
    );
  });

  it("shows what was left out, cut off or put elsewhere", () => {
    fc.assert(
      fc.property(chains, fc.nat(), (entries, at) => {
        const line = at % entries.length;
        expect(verifyAudit(printed(entries.toSpliced(line, 1), entries.at(-1)))).not.toBeNull();
        expect(verifyAudit(printed(entries).trimEnd().split("\n").slice(0, -1).join("\n"))).toMatchObject({
          why: "cut",
        });
        if (entries.length < 2) return;
        expect(verifyAudit(printed(entries.toReversed(), entries.at(-1)))).not.toBeNull();
        expect(verifyAudit(printed(entries.slice(0, -1)), entries.at(-1)!.hash)).toMatchObject({ why: "other head" });
      }),
    );
  });

  it("is told from other files", () => {
    for (const source of ["", "{}", "words", '["hash"]', '{"clauses": []}']) expect(isAudit(source)).toBe(false);
    expect(verifyAudit("words")).toEqual({ line: 1, why: "unreadable" });
    expect(verifyAudit('{"hash": "x"}')).toEqual({ line: 1, why: "unreadable" });
  });
});

it("canonical JSON does not depend on the order of keys", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (given) => {
      const turned = Object.fromEntries(Object.entries(given).toReversed());
      expect(canonical(turned)).toBe(canonical(given));
      expect(JSON.parse(canonical(given))).toEqual(given);
    }),
  );
});

function altered(entry: AuditEntry, key: string): unknown {
  if (key === "detail") return { ...entry.detail, "\u0000": 1 };
  if (key === "number") return entry.number + 1;
  return `${String(Reflect.get(entry, key))}!`;
}
