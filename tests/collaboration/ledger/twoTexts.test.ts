import { readText } from "@plenary/collab";
import { clause, flatten, text } from "@plenary/document";
import { expect, it } from "vitest";
import { rebuildLedger } from "@plenary/server";
import * as Y from "yjs";
import { conference } from "./drafters.ts";
import { of } from "./lawful.ts";

const published = text("en", [clause("paragraph", "One.", { id: "one" })]);

it("two texts in one clause, as two people made them in drafts from before, are both read, each its writer's", () => {
  const room = conference(published);
  const [a, b] = [room.person("A"), room.person("B")];
  a.does(({ elements }) => {
    const made = new Y.XmlElement("clause");
    for (const [name, value] of Object.entries({ id: "new", kind: "paragraph" })) made.setAttribute(name, value);
    const parent = elements()[0]!.parent;
    if (parent instanceof Y.XmlFragment) parent.insert(1, [made]);
  });
  b.pull();
  for (const [person, words] of [
    [a, "one "],
    [b, "two "],
  ] as const) {
    const made = person.doc.getXmlFragment("text").get(1);
    if (made instanceof Y.XmlElement) made.insert(0, [new Y.XmlText(words)]);
  }
  a.send();
  b.send();
  a.pull();
  const made = a.doc.getXmlFragment("text").get(1);
  expect(made instanceof Y.XmlElement && made.length).toBe(2);
  const current = readText(room.server, published);
  expect(["one two ", "two one "]).toContain(flatten(current.clauses[1]!.content));
  expect(current).toEqual(readText(a.doc, published));
  expect([of(room.ledger, "A"), of(room.ledger, "B")].map((said) => said.replaceAll("|", "").trim())).toEqual([
    "one",
    "two",
  ]);
  expect(rebuildLedger(published, room.log).state()).toEqual(room.ledger.state());
});
