import { type Redline, compare } from "@plenary/diff";
import { type Text, clause, content, item, text } from "@plenary/document";
import type { DraftState } from "@plenary/editor";
import { expect, test } from "vitest";
import { cardMaker } from "./cards.ts";

const published = text("en", [
  clause("call", "resolves", { id: "call" }),
  item("1", "to build bridges over rivers;", { id: "one" }),
  item("2", "to paint them every year,", { id: "two" }),
]);

function saying(id: string, words: string, from: Text = published): Text {
  return { ...from, clauses: from.clauses.map((one) => (one.id === id ? { ...one, content: content(words) } : one)) };
}

/** The state of a draft that says `redline.current`, of which `pending` waits; every change is called after its place. */
function stateOf(redline: Redline, pending = redline): DraftState {
  const own = new Set(redline.changes.map(({ id }) => id));
  return {
    current: redline.current,
    redline,
    symbol: "MOD",
    pending,
    states: new Map(redline.changes.map(({ id }) => [id, "pending"])),
    deciding: new Map(pending.changes.filter(({ id }) => own.has(id)).map((change) => [change.id, [change]])),
    identities: new Map(redline.changes.map(({ id }, i) => [id, `change ${i}`])),
    pendingIdentities: new Map(pending.changes.map(({ id }, i) => [id, `change ${i}`])),
    active: null,
    selected: [],
    clause: null,
  };
}

test("a card has the change's identity, its place and its summary in the interface's language", () => {
  const cards = cardMaker("fr")(stateOf(compare(published, saying("one", "to build roofs over rivers;"))));
  expect(cards.map(({ key, place, summary, precise }) => ({ key, place, summary, precise }))).toEqual([
    {
      key: "change 0",
      place: "resolves 1",
      summary: "Remplacement de «\u00A0bridges\u00A0» par «\u00A0roofs\u00A0» au point 1 de «\u00A0resolves\u00A0»",
      precise: true,
    },
  ]);
});

test("what is pending and not on the paper comes last, under a key of its own", () => {
  const agreed = saying("two", "to paint them every month,");
  const current = saying("one", "to build roofs over rivers;");
  const options = { ids: "trusted" } as const;
  const cards = cardMaker("en")(stateOf(compare(published, current, options), compare(agreed, current, options)));
  expect(cards.map(({ summary }) => summary)).toEqual([
    "Replaced “bridges” with “roofs” in resolves 1",
    "Replaced “month” with “year” in resolves 2",
  ]);
  expect(new Set(cards.map(({ key }) => key)).size).toBe(2);
});

test("a clause that was too long to compare is said to be replaced whole", () => {
  const current = saying(
    "one",
    "by the river to build, as others did, two roofs for ferries;",
    saying("two", "to rest,"),
  );
  const imprecise = cardMaker("en")(stateOf(compare(published, current, { ids: "trusted", budget: 0 })));
  expect(imprecise.map(({ change, precise }) => [change.clause, precise])).toContainEqual(["one", false]);
  const enough = cardMaker("en")(stateOf(compare(published, current, { ids: "trusted" })));
  expect(enough.every(({ precise }) => precise)).toBe(true);
});
