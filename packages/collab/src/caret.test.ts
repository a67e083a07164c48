import * as fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { isCaret } from "./caret.ts";
import { writeText } from "./draft/writeText.ts";
import { clause, text } from "@plenary/document";

const doc = new Y.Doc();
writeText(doc, text("en", [clause("paragraph", "Adopted."), clause("paragraph", "")]));
const root = doc.getXmlFragment("text");

/** As it comes over the wire. */
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it("a caret in words, in an empty clause, between clauses is one", () => {
  const [full, empty] = root.toArray().map((one) => (one instanceof Y.XmlElement ? one.get(0) : null));
  if (!(full instanceof Y.XmlText) || !(empty instanceof Y.XmlText)) throw new Error("The clauses have no words.");
  const places = [
    [0, 3, 8].map((at) => Y.createRelativePositionFromTypeIndex(full, at)),
    [Y.createRelativePositionFromTypeIndex(empty, 0, -1)],
    [0, 2].map((at) => Y.createRelativePositionFromTypeIndex(root, at)),
  ].flat();
  for (const anchor of places) for (const head of places) expect(isCaret(sent({ anchor, head }))).toBe(true);
});

it("of anything that is taken for one Yjs finds the place or none, and nothing is made by that", () => {
  const number = fc.oneof(
    { weight: 8, arbitrary: fc.nat(9) },
    { weight: 4, arbitrary: fc.constant(doc.clientID) },
    fc.integer({ min: -2, max: -1 }),
    fc.double(),
  );
  const id = fc.oneof(
    { weight: 8, arbitrary: fc.record({ client: number, clock: number }) },
    fc.jsonValue({ maxDepth: 1 }),
  );
  const place = fc.record(
    { type: id, item: id, tname: fc.constantFrom("text", "other", null, 7), assoc: number },
    { requiredKeys: [] },
  );
  const any = fc.oneof({ weight: 4, arbitrary: place }, fc.jsonValue({ maxDepth: 1 }));
  let taken = 0;
  fc.assert(
    fc.property(any, any, (anchor, head) => {
      if (!isCaret({ anchor, head })) return;
      taken += 1;
      for (const one of [anchor, head])
        Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(one), doc);
    }),
    { numRuns: 5000 },
  );
  expect(taken).toBeGreaterThan(50);
  expect([...doc.share.keys()]).toEqual(["text"]);
});
