import { closeCodes } from "@plenary/collab";
import { expect } from "vitest";
import * as Y from "yjs";
import { wordsIn } from "../liveClient.ts";
import type { Attack } from "./attack.ts";
import { bytes, changed, clientClock, writesNext } from "./crafted.ts";

const { badMessage, noAccess, tryLater } = closeCodes;

/** Attacks on whose words they are, and on words that are still to be written. */
export const identityAttacks: Readonly<Record<string, Attack>> = {
  "clock poisoning": {
    reason: "client",
    code: noAccess,
    make: (draft) => bytes(1, 1, draft.clientID, clientClock(draft, draft.clientID), 0, 1_000_000, 0),
    works(plain, update, victim) {
      Y.applyUpdate(plain, update);
      writesNext(victim, plain);
      expect(wordsIn(plain)).not.toContain("next");
    },
  },
  "a forged author": {
    reason: "client",
    code: noAccess,
    make: (draft) =>
      changed(draft, (root, copy) => {
        copy.clientID = draft.clientID;
        root.insert(0, [new Y.XmlText("never said")]);
      }),
    works(plain, update, victim) {
      const before = clientClock(plain, victim.clientID);
      Y.applyUpdate(plain, update);
      expect(clientClock(plain, victim.clientID)).toBeGreaterThan(before);
    },
  },
  "deletions ahead of the clock": {
    reason: "deletion",
    code: badMessage,
    make: (draft) => bytes(0, 1, draft.clientID, 1, clientClock(draft, draft.clientID), 1000),
    works(plain, update, victim) {
      Y.applyUpdate(plain, update);
      writesNext(victim, plain);
      expect(wordsIn(plain)).not.toContain("next");
    },
  },
  "deletions of unknown clients": {
    reason: "deletion",
    code: badMessage,
    make: () => bytes(0, 1000, ...Array.from({ length: 1000 }, (_, i) => [7_000_000 + i, 1, 0, 1]).flat()),
    works(plain, update) {
      const before = Y.encodeStateAsUpdate(plain).length;
      Y.applyUpdate(plain, update);
      expect(Y.encodeStateAsUpdate(plain).length).toBeGreaterThan(before + 5000);
    },
  },
  "a flood of client ids": {
    reason: "clients",
    code: tryLater,
    make: () => bytes(20_000, ...Array.from({ length: 20_000 }, (_, i) => [1, 7_000_000 + i, 0, 0, 1]).flat(), 0),
    works(plain, update) {
      Y.applyUpdate(plain, update);
      expect(Y.encodeStateVector(plain).length).toBeGreaterThan(90_000);
    },
  },
};
