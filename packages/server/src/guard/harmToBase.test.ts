import { goneId, writeText } from "@plenary/collab";
import { table, text } from "@plenary/document";
import * as encoding from "lib0/encoding";
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
    give: (copy: Y.Doc, update = Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc))): string | null => {
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

  const nameless: readonly [string, number, string, (rest: encoding.Encoder) => void][] = [
    ["is deleted already, and does not say so", 1, "base id", (rest) => encoding.writeVarUint(rest, 1)],
    ["is none", 6, "schema", (rest) => (encoding.writeVarString(rest, "b"), encoding.writeVarString(rest, "true"))],
  ];
  it.each(nameless)(
    "is protected where a name comes that %s; a clause and a table, too",
    (_what, kind, refused, writeContent) => {
      const { doc, give } = guarded();
      for (const id of ["t.r1", "t.r2.c2", "t.r2.c1.c1", "t"]) {
        // oxlint-disable-next-line no-underscore-dangle -- what the name follows is what is attacked
        const before = elementOf(doc, id)._map.get("id")?.lastId ?? raise(id);
        const encoder = new Y.UpdateEncoderV1();
        const { restEncoder } = encoder;
        // One struct of one client, which follows the name; nothing is said to be deleted.
        for (const value of [1, 1, 7, 0]) encoding.writeVarUint(restEncoder, value);
        encoding.writeUint8(restEncoder, 0b1000_0000 | kind);
        for (const value of [before.client, before.clock]) encoding.writeVarUint(restEncoder, value);
        writeContent(restEncoder);
        encoding.writeVarUint(restEncoder, 0);
        expect(give(doc, encoder.toUint8Array())).toBe(refused);
        expect(elementOf(doc, id).getAttribute("id")).toBe(id);
      }
    },
  );

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

  const whos = fc.nat(2);
  const acts = (...whats: string[]) =>
    fc.array(
      fc.record({ who: whos, what: fc.constantFrom(...whats), part: fc.constantFrom(...parts), old: fc.nat(3) }),
      { minLength: 2, maxLength: 30 },
    );
  const find = (copy: Y.Doc, part: string) =>
    elements(copy).find((one) => [part, goneId(part)].includes(one.getAttribute("id") ?? ""));

  /** Three who do so, apart from one another; after each act every part has its name once. Gives what was said of each update. */
  function session(done: readonly { who: number; what: string; part: string; old: number }[]): (string | null)[] {
    const { doc, give } = guarded();
    const said: (string | null)[] = [];
    const copies = [copyOf(doc), copyOf(doc), copyOf(doc)];
    const seen = [Y.encodeStateVector(doc)];
    for (const { who, what, part, old } of done) {
      const copy = copies[who]!;
      if (what === "fetch") Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      else if (what === "send" || what === "again") {
        const since = what === "send" ? Y.encodeStateVector(doc) : seen[Math.max(0, seen.length - 1 - old)];
        said.push(give(copy, Y.encodeStateAsUpdate(copy, since)));
        if (said.at(-1) !== null) copies[who] = copyOf(doc);
        seen.push(Y.encodeStateVector(doc));
      } else if (what === "remove") find(copy, part)?.removeAttribute("id");
      else find(copy, part)?.setAttribute("id", what === "out" ? goneId(part) : part);
      const names = elements(doc).map((one) => one.getAttribute("id"));
      for (const one of parts) expect(names.filter((name) => name === one || name === goneId(one))).toHaveLength(1);
    }
    return said;
  }

  it("has its name once, whatever passes", () => {
    let passed = 0;
    fc.assert(
      fc.property(acts("out", "back", "out", "back", "remove", "send", "again", "fetch", "fetch"), (done) => {
        passed += session(done).filter((said) => said === null).length;
      }),
      { numRuns: 300 },
    );
    expect(passed).toBeGreaterThan(100);
  });

  it("is taken out and put back by anybody at any time, also by who heard of others first, or tells it again", () => {
    fc.assert(
      fc.property(acts("out", "back", "out", "back", "send", "again", "fetch", "fetch"), (done) => {
        expect(session(done).filter((said) => said !== null)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function insertRow(copy: Y.Doc, id: string): Y.XmlElement {
  const row = new Y.XmlElement("tableRow");
  row.setAttribute("id", id);
  elementOf(copy, "t").insert(1, [row]);
  return row;
}
