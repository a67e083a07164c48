import { readText } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { clause, text } from "@plenary/document";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { conference, live } from "./drafters.ts";
import { lawful } from "./lawful.ts";
import { chinese, english } from "./words.ts";

/** Of who edits apart: what somebody made bold goes, and with it what another made bold too. */
const bothBold = {
  ids: [1, 2, 3, 4, 5],
  acts: (["offline", "bold", "erase", "bold", "type"] as const).map((what, at) => ({
    who: at < 3 ? 2 : 0,
    what,
    clause: 0,
    from: 0,
    length: 1,
    word: "shall " as const,
    wait: at < 4 ? (0 as const) : (700_000 as const),
  })),
};

const act = fc.record({
  who: fc.nat(3),
  what: fc.constantFrom("type", "type", "erase", "split", "join", "move", "paste", "bold", "undo", "remake", "offline"),
  clause: fc.nat(),
  from: fc.nat(),
  length: fc.integer({ min: 1, max: 30 }),
  word: fc.constantFrom("shall ", "a", "registers of members ", "成员国应当", "ö"),
  wait: fc.constantFrom(0, 100, 60_000, 700_000),
});

/** Whose id is higher decides how Yjs orders what two wrote at one place. */
const ids = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 5, maxLength: 5 });

it.each([english, chinese])("is lawful in random sessions of four people in $language", ({ language, clauses }) => {
  const published = text(
    language,
    clauses.map((said) => clause("paragraph", said)),
  );
  let authored = 0;
  fc.assert(
    fc.property(ids, fc.array(act, { minLength: 5, maxLength: 40 }), (clients, acts) => {
      const room = conference(published, clients);
      const people = ["A", "B", "C", "D"].map((name) => {
        const person = room.person(name);
        const undo = new Y.UndoManager(person.doc.getXmlFragment("text"), { trackedOrigins: new Set([name]) });
        return { ...person, name, undo, offline: false, cut: "" };
      });
      for (const [step, { who, what, clause: pick, from, length, word, wait }] of acts.entries()) {
        const person = people[who]!;
        room.later(wait);
        if (what === "offline") person.offline = !person.offline;
        if (!person.offline) person.pull();
        const text = live(person.doc);
        const at = text.elements().length > 0 ? pick % text.elements().length : -1;
        if (at === -1) continue;
        const said = text.said(at);
        const place = said.length > 0 ? from % said.length : 0;
        const upto = Math.min(length, said.length - place);
        person.doc.transact(() => {
          if (what === "type") text.words(at).insert(place, word);
          if (what === "erase") {
            person.cut = said.slice(place, place + upto);
            text.words(at).delete(place, upto);
          }
          if (what === "paste" && person.cut !== "") text.words(at).insert(place, person.cut);
          if (what === "split") text.split(at, said.slice(place), `x${step}`);
          if (what === "join" && text.elements().length > at + 1) text.join(at);
          if (what === "bold" && upto > 0) text.words(at).format(place, upto, { bold: {} });
          if (what === "remake") text.remake(at);
          if (what === "move") {
            const id = text.elements()[at]!.getAttribute("id") ?? "";
            text.remove(at);
            text.add(0, id, said);
          }
        }, person.name);
        if (what === "undo") person.undo.undo();
        if (!person.offline) person.send();
      }
      for (const person of people) person.send();
      for (const person of people) person.pull();
      for (const { doc } of people)
        expect(doc.getXmlFragment("text").toJSON()).toBe(room.server.getXmlFragment("text").toJSON());
      lawful(room, published);
      const redline = compare(published, readText(room.server, published), { ids: "trusted" });
      for (const change of redline.changes) {
        if (change.kind === "label" || change.kind === "kind") continue;
        expect(room.ledger.authorsOf(change, redline), `change ${change.id}`).not.toEqual([]);
        authored += 1;
      }
    }),
    { numRuns: 150, examples: [[bothBold.ids, bothBold.acts]] },
  );
  expect(authored).toBeGreaterThan(150);
});
