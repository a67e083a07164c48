import { closeCodes } from "@plenary/collab";
import { expect } from "vitest";
import * as Y from "yjs";
import { wordsIn } from "../liveClient.ts";
import type { Attack } from "./attack.ts";
import { bytes, changed, elementOf, idsIn, indexOf, nameOf, writesNext } from "./crafted.ts";

const { badMessage } = closeCodes;

/** Attacks on the clauses of the published text. */
export const baseAttacks: Readonly<Record<string, Attack>> = {
  "a base id changed": {
    reason: "base id",
    code: badMessage,
    make: (draft) => changed(draft, (root) => elementOf(root, "one").setAttribute("id", "other")),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(idsIn(plain)).not.toContain("one");
    },
  },
  "a base id taken away": {
    reason: "base id",
    code: badMessage,
    make: (draft) => changed(draft, (root) => elementOf(root, "one").removeAttribute("id")),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(idsIn(plain)).not.toContain("one");
    },
  },
  "a base id followed by one that is deleted, which is not said": {
    reason: "base id",
    code: badMessage,
    make(draft) {
      const { client, clock } = nameOf(elementOf(draft.getXmlFragment("text"), "one"));
      // One struct of one client, deleted (1) and of length 1, that follows the name (128); nothing is said of that.
      return new Uint8Array([...bytes(1, 1, 77_777, 0), 1 + 128, ...bytes(client, clock, 1, 0)]);
    },
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(idsIn(plain)).not.toContain("one");
    },
  },
  "a base id doubled": {
    reason: "base id",
    code: badMessage,
    make: (draft) =>
      changed(draft, (root) => {
        const double = new Y.XmlElement("clause");
        double.setAttribute("id", "one");
        root.insert(0, [double]);
      }),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(idsIn(plain).filter((id) => id === "one").length).toBe(2);
    },
  },
  "a base clause removed": {
    reason: "base clause",
    code: badMessage,
    make: (draft) => changed(draft, (root) => root.delete(indexOf(root, "two"), 1)),
    works(plain, update, victim) {
      Y.applyUpdate(plain, update);
      writesNext(victim, plain);
      expect(wordsIn(plain)).not.toContain("next");
    },
  },
};
