import { readClauses } from "@plenary/collab";
import { expect } from "vitest";
import * as Y from "yjs";

/** Numbers as they stand in an update. */
export function bytes(...numbers: readonly number[]): Uint8Array {
  return new Uint8Array(
    numbers.flatMap((number) => {
      const out: number[] = [];
      for (let rest = number; ; rest = Math.floor(rest / 128)) {
        if (rest < 128) return [...out, rest];
        out.push((rest % 128) + 128);
      }
    }),
  );
}

/** "Tell me all." */
export const question = bytes(0, 0, 1, 0);

/** The message that brings an update. */
export const updateMessage = (update: Uint8Array): Uint8Array =>
  new Uint8Array([...bytes(0, 2, update.length), ...update]);

/** A document with the same content and a client id of its own. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** The update by which somebody who has the document changes it. */
export function changed(doc: Y.Doc, change: (root: Y.XmlFragment, copy: Y.Doc) => void): Uint8Array {
  const copy = copyOf(doc);
  const before = Y.encodeStateVector(copy);
  const deletedBefore = Y.snapshot(copy);
  copy.transact(() => change(copy.getXmlFragment("text"), copy));
  expect(Y.equalSnapshots(deletedBefore, Y.snapshot(copy))).toBe(false);
  return Y.encodeStateAsUpdate(copy, before);
}

/** Where the element with an id stands below the root. */
export const indexOf = (root: Y.XmlFragment, id: string): number =>
  root.toArray().findIndex((node) => node instanceof Y.XmlElement && node.getAttribute("id") === id);

/** The element with an id. */
export function elementOf(root: Y.XmlFragment, id: string): Y.XmlElement {
  const found = root.get(indexOf(root, id));
  if (!(found instanceof Y.XmlElement)) throw new Error(`There is no ${id}.`);
  return found;
}

/** What an element's name is in the document: the last that it got. */
export function nameOf(element: Y.XmlElement): Y.ID {
  // oxlint-disable-next-line no-underscore-dangle -- what follows a name is attacked
  const name = element._map.get("id");
  if (!name) throw new Error("The element has no name.");
  return name.lastId;
}

/** What the victim writes next, as the plain document gets it. */
export function writesNext(victim: Y.Doc, plain: Y.Doc): void {
  const writer = copyOf(victim);
  writer.clientID = victim.clientID;
  const before = Y.encodeStateVector(writer);
  const words = elementOf(writer.getXmlFragment("text"), "two").firstChild;
  if (!(words instanceof Y.XmlText)) throw new Error("The clause has no words.");
  words.insert(words.length, " next");
  Y.applyUpdate(plain, Y.encodeStateAsUpdate(writer, before));
}

/** The ids of all clauses. */
export const idsIn = (doc: Y.Doc): string[] => readClauses(doc).map(({ id }) => id);

/** How far a client is known. */
export const clientClock = (doc: Y.Doc, client: number): number =>
  Y.decodeStateVector(Y.encodeStateVector(doc)).get(client) ?? 0;
