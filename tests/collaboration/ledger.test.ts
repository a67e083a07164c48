import { readText, replaceText, writeText } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { type Language, type Text, clause, flatten, text } from "@plenary/document";
import {
  type Authorship,
  type Ledger,
  type LogEntry,
  createLedger,
  rebuildLedger,
  watchClauses,
} from "@plenary/server";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";

/** One conference of several people on copies of one live text, whose updates reach the ledger one by one. */
function conference(published: Text) {
  const server = new Y.Doc();
  const ledger = createLedger(published);
  const log: Pick<LogEntry, "person" | "group" | "at" | "data">[] = [];
  let now = 1_000_000;
  let author = { person: "server", group: "" };
  watchClauses(server, (edits) => ledger.apply(edits, author, now));
  server.on("update", (data: Uint8Array) => log.push({ ...author, at: now, data }));
  const initial = new Y.Doc();
  writeText(initial, published);
  Y.applyUpdate(server, Y.encodeStateAsUpdate(initial));
  return {
    server,
    ledger,
    log,
    later: (ms: number) => void (now += ms),
    /** A person at a copy of their own; what they do is sent when asked. */
    person(name: string) {
      const doc = new Y.Doc();
      const pull = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(doc)));
      const send = () => {
        author = { person: name, group: `group of ${name}` };
        now += 3000;
        const missing = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(server));
        Y.applyUpdate(server, missing);
      };
      pull();
      return {
        doc,
        pull,
        send,
        /** One transaction on what is there now, sent at once. */
        does(change: (live: Live) => void) {
          pull();
          doc.transact(() => change(live(doc)), name);
          send();
        },
      };
    },
  };
}

type Live = ReturnType<typeof live>;

/** Edits of a live text as the editor's binding writes them. */
function live(doc: Y.Doc) {
  const root = doc.getXmlFragment("text");
  const elements = () =>
    root
      .toArray()
      .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === "clause");
  const words = (at: number): Y.XmlText => {
    const element = elements()[at]!;
    const there = element.get(0);
    if (there instanceof Y.XmlText) return there;
    const made = new Y.XmlText();
    element.insert(0, [made]);
    return made;
  };
  const said = (at: number) => flatten(readClausesContent(words(at)));
  const add = (at: number, id: string, content: string) => {
    const element = new Y.XmlElement("clause");
    for (const [name, value] of Object.entries({ id, kind: "paragraph" })) element.setAttribute(name, value);
    element.insert(0, [new Y.XmlText(content)]);
    root.insert(at, [element]);
  };
  return {
    elements,
    words,
    said,
    add,
    remove: (at: number) => root.delete(at, 1),
    find: (part: string) => elements().findIndex((_, at) => said(at).includes(part)),
    insert: (at: number, before: string, what: string) => words(at).insert(said(at).indexOf(before), what),
    erase: (at: number, what: string) => words(at).delete(said(at).indexOf(what), what.length),
    split(at: number, before: string, id: string) {
      const place = said(at).indexOf(before);
      const rest = said(at).slice(place);
      words(at).delete(place, rest.length);
      add(at + 1, id, rest);
    },
    join(at: number) {
      const rest = said(at + 1);
      root.delete(at + 1, 1);
      words(at).insert(said(at).length, rest);
    },
    /** All of a clause written anew under another element, as a change of the node's type is. */
    remake(at: number) {
      const [id, content] = [elements()[at]!.getAttribute("id") ?? "", said(at)];
      root.delete(at, 1);
      add(at, id, content);
    },
  };
}

function readClausesContent(words: Y.XmlText) {
  const delta: { insert?: unknown }[] = words.toDelta();
  return delta.flatMap(({ insert }) => (typeof insert === "string" ? [{ type: "text" as const, text: insert }] : []));
}

/** The characters of every clause with the person who wrote them, or "base". */
function owners(ledger: Ledger): string[][] {
  return ledger.state().clauses.flatMap(([, { text: said, runs }]) => {
    let at = 0;
    const parts = runs.map((run) => {
      const part = said.slice(at, (at += run.length));
      return `${run.base === null ? run.by.person : "base"}: ${part}`;
    });
    return parts.length > 0 ? [parts] : [];
  });
}

/** All that is of one person or the base, the parts in the ledger's order. */
function of(ledger: Ledger, person: string): string {
  return owners(ledger)
    .flat()
    .filter((part) => part.startsWith(`${person}: `))
    .map((part) => part.slice(person.length + 2))
    .join("|");
}

/** Who deleted which words of the base. */
function deleters(ledger: Ledger, published: Text): string[] {
  const said = new Map(published.clauses.map(({ id, content }) => [id, flatten(content)]));
  return ledger
    .state()
    .deleted.flatMap(([id, list]) => list.map(({ from, to, by }) => `${by.person}: ${said.get(id)!.slice(from, to)}`));
}

/** What must be so at any time: one author a character, one deleter a deleted base character, rebuilt as it is. */
function lawful({ server, ledger, log }: ReturnType<typeof conference>, published: Text): void {
  const state = ledger.state();
  const alive = new Map<string, number>();
  for (const [, { text: said, runs }] of state.clauses) {
    expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(said.length);
    for (const run of runs)
      for (let i = 0; run.base !== null && i < run.length; i++) count(alive, `${run.base}:${run.offset + i}`);
  }
  for (const [id, list] of state.deleted)
    for (const { from, to } of list) for (let i = from; i < to; i++) count(alive, `${id}:${i}`);
  for (const { id, content } of published.clauses)
    for (let i = 0; i < flatten(content).length; i++) expect(alive.get(`${id}:${i}`), `${id}:${i}`).toBe(1);
  const shown = live(server);
  const texts = shown.elements().map((_, at) => flatten(readClausesContent(asText(shown.elements()[at]!.get(0)))));
  expect(state.clauses.map(([, { text: said }]) => said).toSorted()).toEqual(texts.toSorted());
  expect(rebuildLedger(published, log).state()).toEqual(state);
  expect(createLedger(published, structuredClone(state)).state()).toEqual(state);
}

function asText(child: unknown): Y.XmlText {
  return child instanceof Y.XmlText ? child : new Y.Doc().get("none", Y.XmlText);
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

interface Words {
  readonly language: Language;
  readonly clauses: readonly [string, string, string];
  /** Part of the first clause at which it is split; a word in it, a longer stretch around that word. */
  readonly middle: string;
  readonly word: string;
  readonly stretch: string;
  /** What someone adds, its middle, and a whole clause. */
  readonly added: string;
  readonly inAdded: string;
  readonly clause: string;
  /** A word that the second clause says three times and what replaces it. */
  readonly thrice: string;
  readonly instead: string;
}

const english: Words = {
  language: "en",
  clauses: [
    "to promote affordable access in remote communities;",
    "that members share registers, that members publish plans and that members report each year;",
    "to submit a report to the next conference.",
  ],
  middle: "in remote",
  word: "affordable",
  stretch: "promote affordable access",
  added: "reliable and inclusive ",
  inAdded: "inclusive",
  clause: "to invite the regional organisations to contribute;",
  thrice: "members",
  instead: "states",
};

const chinese: Words = {
  language: "zh",
  clauses: [
    "促进偏远社区以可承受的价格获得宽带接入；",
    "请成员国共享登记册，请成员国公布计划，并请成员国每年提交报告；",
    "向下届全权代表大会提交一份报告。",
  ],
  middle: "获得宽带",
  word: "价格",
  stretch: "以可承受的价格获得",
  added: "更加可靠而且包容的",
  inAdded: "而且包容",
  clause: "请各区域性组织为此项工作做出贡献；",
  thrice: "成员国",
  instead: "各主管部门",
};

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

function authors({ server, ledger }: ReturnType<typeof conference>, published: Text): Authorship[] {
  const redline = compare(published, readText(server, published), { ids: "trusted" });
  return redline.changes.flatMap((change) => ledger.authorsOf(change, redline));
}

const act = fc.record({
  who: fc.nat(3),
  what: fc.constantFrom("type", "type", "erase", "split", "join", "move", "paste", "bold", "undo", "remake", "offline"),
  clause: fc.nat(),
  from: fc.nat(),
  length: fc.integer({ min: 1, max: 30 }),
  word: fc.constantFrom("shall ", "a", "registers of members ", "成员国应当", "ö"),
  wait: fc.constantFrom(0, 100, 60_000, 700_000),
});

it.each([english, chinese])("is lawful in random sessions of four people in $language", ({ language, clauses }) => {
  const published = text(
    language,
    clauses.map((said) => clause("paragraph", said)),
  );
  let authored = 0;
  fc.assert(
    fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), (acts) => {
      const room = conference(published);
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
    { numRuns: 150 },
  );
  expect(authored).toBeGreaterThan(150);
});
