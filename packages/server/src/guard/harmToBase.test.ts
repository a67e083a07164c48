import { goneId, writeText } from "@plenary/collab";
import { table, text } from "@plenary/document";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createGuard } from "./guard.ts";

const published = text("en", [
  table(
    [
      ["one", "two"],
      ["three", "four"],
    ],
    { id: "t" },
  ),
]);
const parts = ["t.r1", "t.r2", "t.r2.c1", "t.r2.c2"];
const base = new Set(["t", "t.r1.c1", "t.r1.c2", "t.r2.c1.c1", "t.r2.c2.c1", ...parts]);

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function elements(doc: Y.Doc): Y.XmlElement[] {
  const found: Y.XmlElement[] = [];
  const walk = (node: Y.XmlFragment): void => {
    for (const child of node.toArray()) if (child instanceof Y.XmlElement) walk((found.push(child), child));
  };
  walk(doc.getXmlFragment("text"));
  return found;
}

const elementOf = (doc: Y.Doc, id: string): Y.XmlElement =>
  elements(doc).find((one) => [id, goneId(id)].includes(one.getAttribute("id") ?? "")) ?? raise(id);
function raise(id: string): never {
  throw new Error(`There is no ${id}.`);
}

/** A document with the published text, and a guard of it. */
function guarded() {
  const doc = new Y.Doc();
  writeText(doc, published);
  const guard = createGuard([{ client: doc.clientID, person: "", at: 0 }], base, 8e6);
  return {
    doc,
    /** What becomes of an update of whoever has the copy; one that is not refused is in then. */
    give: (copy: Y.Doc): string | null => {
      const update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc));
      const verdict = guard.judge(doc, update, false, { person: "ada", at: 0, holder: () => null });
      if (verdict.refused !== null) return verdict.refused;
      Y.applyUpdate(doc, update);
      guard.bind(verdict.binds);
      return null;
    },
  };
}

const rename = (copy: Y.Doc, id: string, name: string): void => elementOf(copy, id).setAttribute("id", name);

describe("a row or a cell of the published text", () => {
  it("is taken out and put back, by several people at once, and by one who was away in one update", () => {
    const { doc, give } = guarded();
    const [one, other] = [copyOf(doc), copyOf(doc)];
    for (const part of ["t.r1", "t.r2.c2"]) for (const copy of [one, other]) rename(copy, part, goneId(part));
    expect([give(one), give(other)]).toEqual([null, null]);
    Y.applyUpdate(one, Y.encodeStateAsUpdate(doc));
    rename(one, "t.r1", "t.r1");
    expect(give(one)).toBeNull();
    for (const name of [goneId("t.r1"), "t.r1", goneId("t.r1")]) rename(other, "t.r1", name);
    expect(give(other)).toBeNull();
    expect(["t.r1", goneId("t.r1")]).toContain(elementOf(doc, "t.r1").getAttribute("id"));
    expect(elementOf(doc, "t.r2.c2").getAttribute("id")).toBe(goneId("t.r2.c2"));
  });

  const attacks: readonly [string, (copy: Y.Doc) => void, string][] = [
    ["is called otherwise", (copy) => rename(copy, "t.r1", "other"), "base id"],
    ["is called as another", (copy) => rename(copy, "t.r1", "t.r2"), "base id"],
    ["is called as another that was taken out", (copy) => rename(copy, "t.r1", goneId("t.r2")), "base id"],
    ["is taken out twice over", (copy) => rename(copy, "t.r1", goneId(goneId("t.r1"))), "base id"],
    ["is left without a name", (copy) => elementOf(copy, "t.r1").removeAttribute("id"), "base id"],
    [
      "is left without a name, having been taken out",
      (copy) => (rename(copy, "t.r1", goneId("t.r1")), elementOf(copy, "t.r1").removeAttribute("id")),
      "base id",
    ],
    ["has a double", (copy) => void insertRow(copy, "t.r1"), "base id"],
    ["has a double that says to be taken out", (copy) => void insertRow(copy, goneId("t.r1")), "base id"],
    ["has a double that says so later", (copy) => insertRow(copy, "new").setAttribute("id", goneId("t.r1")), "base id"],
    ["has a clause taken out by its id", (copy) => rename(copy, "t.r2.c1.c1", goneId("t.r2.c1.c1")), "base id"],
    ["has its table taken out by its id", (copy) => rename(copy, "t", goneId("t")), "base id"],
    ["is removed", (copy) => elementOf(copy, "t").delete(0, 1), "base clause"],
  ];
  it.each(attacks)("is protected where it %s", (_what, attack, refused) => {
    const { doc, give } = guarded();
    const copy = copyOf(doc);
    copy.transact(() => attack(copy));
    expect(give(copy)).toBe(refused);
  });

  it("is protected while it is taken out", () => {
    for (const attack of [
      (copy: Y.Doc) => elementOf(copy, "t").delete(0, 1),
      (copy: Y.Doc) => rename(copy, "t.r1", "other"),
      (copy: Y.Doc) => void insertRow(copy, "t.r1"),
    ]) {
      const { doc, give } = guarded();
      const copy = copyOf(doc);
      rename(copy, "t.r1", goneId("t.r1"));
      expect(give(copy)).toBeNull();
      copy.transact(() => attack(copy));
      expect(give(copy)).toMatch(/^base/);
    }
  });

  it("has its name once, whatever passes", () => {
    const act = fc.record({
      who: fc.nat(2),
      what: fc.constantFrom("out", "back", "out", "back", "remove", "send", "send", "fetch", "fetch"),
      part: fc.constantFrom(...parts),
    });
    let passed = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 2, maxLength: 30 }), (acts) => {
        const { doc, give } = guarded();
        const copies = [copyOf(doc), copyOf(doc), copyOf(doc)];
        for (const { who, what, part } of acts) {
          const copy = copies[who]!;
          const there = elements(copy).find((one) => [part, goneId(part)].includes(one.getAttribute("id") ?? ""));
          if (what === "fetch") Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
          else if (what === "send" && give(copy) === null) passed += 1;
          else if (what === "send") copies[who] = copyOf(doc);
          else if (what === "remove") there?.removeAttribute("id");
          else there?.setAttribute("id", what === "out" ? goneId(part) : part);
          const names = elements(doc).map((one) => one.getAttribute("id"));
          for (const one of parts) expect(names.filter((name) => name === one || name === goneId(one))).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(100);
  });
});

function insertRow(copy: Y.Doc, id: string): Y.XmlElement {
  const row = new Y.XmlElement("tableRow");
  row.setAttribute("id", id);
  elementOf(copy, "t").insert(1, [row]);
  return row;
}
