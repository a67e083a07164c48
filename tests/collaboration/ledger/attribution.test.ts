import { replaceText, writeText } from "@plenary/collab";
import { clause, text } from "@plenary/document";
import { createLedger, watchClauses } from "@plenary/server";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { conference, live } from "./drafters.ts";
import { authors, deleters, lawful, of, owners } from "./lawful.ts";
import { chinese, english } from "./words.ts";

describe.each([english, chinese])("attribution in $language", (words) => {
  const published = text(
    words.language,
    words.clauses.map((said) => clause("paragraph", said)),
  );
  const all = words.clauses;
  const open = () => {
    const room = conference(published);
    const [a, b, c] = [room.person("A"), room.person("B"), room.person("C")];
    return { room, a, b, c };
  };
  type Room = ReturnType<typeof conference>;
  const nothingDeleted = (room: Room) => expect(deleters(room.ledger, published)).toEqual([]);
  const allBase = (room: Room) => {
    for (const part of owners(room.ledger).flat()) expect(part).toMatch(/^base: /);
    nothingDeleted(room);
    lawful(room, published);
  };

  it("1: a clause that is split stays the base's", () => {
    const { room, a } = open();
    a.does((text) => text.split(0, words.middle, "x1"));
    allBase(room);
    const changes = authors(room, published);
    expect(changes.some(({ act, person }) => act === "moved" && person === "A")).toBe(true);
  });

  it("2: two clauses that are joined stay the base's", () => {
    const { room, a } = open();
    a.does((text) => text.join(0));
    allBase(room);
  });

  it("3: of three words replaced in one stroke only those are the person's", () => {
    const { room, a } = open();
    a.does((text) => {
      const said = text.said(1);
      const [from, to] = [said.indexOf(words.thrice), said.lastIndexOf(words.thrice) + words.thrice.length];
      text.words(1).delete(from, to - from);
      text.words(1).insert(from, said.slice(from, to).replaceAll(words.thrice, words.instead));
    });
    expect(of(room.ledger, "A")).toBe([words.instead, words.instead, words.instead].join("|"));
    expect(deleters(room.ledger, published)).toEqual([words.thrice, words.thrice, words.thrice].map((w) => `A: ${w}`));
    lawful(room, published);
  });

  it("4: a word inserted stays its writer's when the paragraph becomes a heading", () => {
    const { room, a, b } = open();
    b.does((text) => text.insert(0, words.word, words.added));
    a.does((text) => text.remake(0));
    expect(of(room.ledger, "B")).toBe(words.added);
    expect(of(room.ledger, "A")).toBe("");
    nothingDeleted(room);
    lawful(room, published);
  });

  it("5: a clause that is moved changes no owner", () => {
    const { room, a } = open();
    a.does((text) => {
      text.remove(0);
      text.add(2, "c1", all[0]);
    });
    allBase(room);
    expect(authors(room, published).every(({ act, person }) => act === "moved" && person === "A")).toBe(true);
  });

  it("6: words deleted and brought back by undo are their writers' again", () => {
    const { room, a, b } = open();
    a.does((text) => text.insert(0, words.word, words.added));
    b.pull();
    const undo = new Y.UndoManager(b.doc.getXmlFragment("text"), { trackedOrigins: new Set(["B"]) });
    b.does((text) => text.erase(0, words.stretch.replace(words.word, words.added + words.word)));
    expect(of(room.ledger, "A")).toBe("");
    expect(deleters(room.ledger, published).every((one) => one.startsWith("B: "))).toBe(true);
    undo.undo();
    b.send();
    expect(of(room.ledger, "A")).toBe(words.added);
    expect(of(room.ledger, "B")).toBe("");
    nothingDeleted(room);
    lawful(room, published);
  });

  it("7: words stay their writer's through a split inside them and a join by others", () => {
    const { room, a, b, c } = open();
    b.does((text) => text.insert(0, words.word, words.added));
    a.does((text) => text.split(0, words.inAdded, "x1"));
    c.does((text) => text.join(0));
    expect(of(room.ledger, "B")).toBe(words.added);
    expect(
      owners(room.ledger)
        .flat()
        .filter((part) => /^[AC]: /.test(part)),
    ).toEqual([]);
    nothingDeleted(room);
    lawful(room, published);
  });

  it("8: a clause cut and pasted elsewhere stays its writer's, within ten minutes", () => {
    const { room, b, c } = open();
    b.does((text) => text.add(1, "x1", words.clause));
    c.does((text) => text.remove(1));
    room.later(60_000);
    c.does((text) => text.add(3, "x2", words.clause));
    expect(of(room.ledger, "B")).toBe(words.clause);
    c.does((text) => text.remove(3));
    room.later(11 * 60_000);
    c.does((text) => text.add(1, "x3", words.clause));
    expect(of(room.ledger, "C")).toBe(words.clause);
    lawful(room, published);
  });

  it("9: a deleted word of the base typed there again is restored", () => {
    const { room, a, b } = open();
    a.does((text) => text.erase(0, words.word));
    expect(deleters(room.ledger, published)).toEqual([`A: ${words.word}`]);
    const at = all[0].indexOf(words.word);
    for (const [i, letter] of Array.from(words.word).entries()) {
      room.later(60 * 60_000);
      b.does((text) => text.words(0).insert(at + i, letter));
    }
    allBase(room);
    expect(authors(room, published)).toEqual([]);
  });

  it("10: each deleted word has its own deleter, through a join", () => {
    const { room, a, b, c } = open();
    a.does((text) => text.erase(0, words.word));
    b.does((text) => text.join(0));
    c.does((text) => text.erase(0, words.thrice));
    expect(deleters(room.ledger, published)).toEqual([`A: ${words.word}`, `C: ${words.thrice}`]);
    expect(
      owners(room.ledger)
        .flat()
        .every((part) => part.startsWith("base: ")),
    ).toBe(true);
    lawful(room, published);
  });

  it("11: words made bold change no owner", () => {
    const { room, a } = open();
    a.does((text) => text.words(0).format(all[0].indexOf(words.word), words.word.length, { bold: {} }));
    allBase(room);
    expect(authors(room, published)).toMatchObject([{ act: "formatted", person: "A" }]);
  });

  it("says of a change with two authors who wrote which part, and who deleted what", () => {
    const { room, a, b } = open();
    a.does((text) => text.insert(0, words.word, words.added));
    b.does((text) => text.insert(0, words.inAdded, words.instead));
    a.does((text) => text.erase(2, all[2]));
    const said = authors(room, published).map(({ act, person, clause: id }) => `${id} ${person} ${act}`);
    expect(said).toEqual(["c1 A wrote", "c1 B wrote", "c1 A wrote", "c3 A deleted"]);
  });

  it("gives back the base what a chair takes back, hours later", () => {
    const { room, a, b } = open();
    a.does((text) => text.erase(0, words.stretch));
    a.does((text) => text.erase(2, all[2]));
    room.later(5 * 60 * 60_000);
    b.pull();
    replaceText(b.doc, published, published);
    b.send();
    allBase(room);
  });
});

it("counts what one person writes within two seconds as one edit", () => {
  const published = text("en", [clause("paragraph", "One.")]);
  const ledger = createLedger(published);
  const doc = new Y.Doc();
  let at = 0;
  watchClauses(doc, (edits) => ledger.apply(edits, { person: "A", group: "EUR" }, at));
  writeText(doc, published);
  for (at = 5000; at < 6500; at += 500) live(doc).insert(0, ".", "x");
  expect(ledger.state().clauses[0]![1].runs.map(({ length, by }) => [length, by?.at])).toEqual([
    [3, undefined],
    [3, 5000],
    [1, undefined],
  ]);
});

it("knows words in another normal form again", () => {
  const published = text("fr", [
    clause("paragraph", "la société numérique de demain est à tous"),
    clause("paragraph", "fin"),
  ]);
  const room = conference(published);
  const a = room.person("A");
  a.does((text) => text.erase(0, "société numérique de demain"));
  a.does((text) => text.insert(1, "fin", "société numérique de demain".normalize("NFD")));
  expect(of(room.ledger, "base").normalize("NFC").split("|")).toHaveLength(4 + 3);
  lawful(room, published);
});

it("remembers what was deleted only as far as it can be recognised when it comes back, and of that the last", () => {
  const ledger = createLedger(text("en", [clause("paragraph", "recalling", { id: "p" })]));
  const who = { person: "A", group: "EUR" };
  const edit = (said: string): void =>
    ledger.apply([{ key: "1:0", id: "p", text: said, splices: null, shaped: false, formatted: false }], who, 0);
  edit("recalling");
  for (let i = 0; i < 100; i += 1) for (const said of ["recalling x", "recalling"]) edit(said);
  expect(ledger.state().departed).toEqual([]);
  for (let i = 0; i < 600; i += 1) for (const said of [`recalling bridge${i}`, "recalling"]) edit(said);
  const { departed } = ledger.state();
  expect(departed).toHaveLength(500);
  expect(departed.at(-1)?.text).toContain("bridge599");
});
