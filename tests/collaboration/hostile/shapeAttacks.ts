import { closeCodes } from "@plenary/collab";
import { expect } from "vitest";
import * as Y from "yjs";
import type { Attack } from "./attack.ts";
import { bytes, changed, clientClock, copyOf, elementOf } from "./crafted.ts";

const { badMessage, tryLater } = closeCodes;

/** Attacks with updates that do not fit, and with too much. */
export const shapeAttacks: Readonly<Record<string, Attack>> = {
  "a gap": {
    reason: "gap",
    code: tryLater,
    make: () => bytes(1, 1, 77_777, 5, 0, 1, 0),
    works(plain, update) {
      const before = Y.encodeStateAsUpdate(plain).length;
      Y.applyUpdate(plain, update);
      expect(plain.store.pendingStructs).not.toBeNull();
      expect(Y.encodeStateAsUpdate(plain).length).toBeGreaterThan(before);
    },
  },
  "a parent that nobody has": {
    reason: "gap",
    code: tryLater,
    // An element (7, of the type 6) below the item 5 of the client 99.
    make: () => bytes(1, 1, 77_777, 0, 7, 0, 99, 5, 6, 0),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.store.pendingStructs).not.toBeNull();
    },
  },
  "a flood of structs": {
    reason: "structs",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) =>
        root.insert(
          0,
          Array.from({ length: 60_000 }, () => new Y.XmlText()),
        ),
      ),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getXmlFragment("text").length).toBeGreaterThan(60_000);
    },
  },
  "too many words at once": {
    reason: "size",
    code: tryLater,
    make: (draft) => changed(draft, (root) => root.insert(0, [new Y.XmlText("x".repeat(1024 * 1024))])),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(Y.encodeStateAsUpdate(plain).length).toBeGreaterThan(1024 * 1024);
    },
  },
  "bytes that are no update": {
    reason: "malformed",
    code: badMessage,
    make: () => bytes(1, 3, 77_777, 0, 132, 5),
    works: (plain, update) => expect(() => Y.applyUpdate(plain, update)).toThrow(Error),
  },
  "two blocks of one client": {
    reason: "malformed",
    code: badMessage,
    make: () => bytes(2, 1, 77_777, 0, 0, 1, 1, 77_777, 5, 0, 1, 0),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.store.pendingStructs).not.toBeNull();
    },
  },
  "an update that throws half-way": {
    reason: "gap",
    code: tryLater,
    // Words below the root "text", then a letter behind something of the same client that is still to come.
    make: () =>
      new Uint8Array([
        ...bytes(1, 2, 77_777, 0, 7, 1, 4, 116, 101, 120, 116, 6),
        132,
        ...bytes(77_777, 1000, 1, 97, 0),
      ]),
    works(plain, update) {
      expect(() => Y.applyUpdate(plain, update)).toThrow(Error);
      expect(clientClock(plain, 77_777)).toBe(1);
    },
  },
  "another root": {
    reason: "schema",
    code: badMessage,
    make: (draft) => changed(draft, (_, copy) => copy.getMap("elsewhere").set("kept", "for ever")),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getMap("elsewhere").get("kept")).toBe("for ever");
      expect(() => plain.getText("elsewhere")).toThrow("already been defined");
    },
  },
  "the root as another type": {
    reason: "schema",
    code: badMessage,
    make() {
      const doc = new Y.Doc();
      doc.getMap("text").set("kept", "for ever");
      return Y.encodeStateAsUpdate(doc);
    },
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(copyOf(plain).getMap("text").get("kept")).toBe("for ever");
    },
  },
  "an object among the words": {
    reason: "schema",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) => {
        const words = elementOf(root, "two").firstChild;
        if (words instanceof Y.XmlText) words.insertEmbed(0, { not: "words" });
      }),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getXmlFragment("text").toJSON()).toContain("[object Object]");
    },
  },
  "an element in the place of an attribute, over which every page would fall": {
    reason: "schema",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) => {
        const clause: Y.XmlElement<{ [name: string]: string | Y.XmlElement }> = elementOf(root, "two");
        clause.setAttribute("kind", new Y.XmlElement("clause"));
      }),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(elementOf(plain.getXmlFragment("text"), "two").getAttribute("kind")).toBeInstanceOf(Y.XmlElement);
    },
  },
  "an attribute that no clause has": {
    reason: "schema",
    code: badMessage,
    make: (draft) => changed(draft, (root) => elementOf(root, "two").setAttribute("onclick", "for ever")),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(elementOf(plain.getXmlFragment("text"), "two").getAttribute("onclick")).toBe("for ever");
    },
  },
  "formatting that no words have": {
    reason: "schema",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) => {
        const words = elementOf(root, "two").firstChild;
        if (words instanceof Y.XmlText) words.format(0, 1, { href: { to: "elsewhere" } });
      }),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getXmlFragment("text").toJSON()).toContain("<href");
    },
  },
  "words that stand in no clause": {
    reason: "schema",
    code: badMessage,
    make: (draft) => changed(draft, (root) => root.insert(0, [new Y.XmlText("stray")])),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(plain.getXmlFragment("text").toJSON()).toContain("stray");
    },
  },
};
