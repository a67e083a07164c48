// @vitest-environment happy-dom
import { clause, text } from "@plenary/document";
import { afterEach, describe, expect, it } from "vitest";
import { authors, deleters, lawful, of, owners } from "./lawful.ts";
import { chinese, english } from "./words.ts";
import { type Writer, writersRoom } from "./writers.ts";

const open: Writer[] = [];
afterEach(() => {
  for (const writer of open.splice(0)) writer.close();
});

describe.each([english, chinese])("who wrote what, through the editor, in $language", (words) => {
  const published = text(
    words.language,
    words.clauses.map((said) => clause("paragraph", said)),
  );
  const [first, second] = words.clauses;
  const start = () => {
    const { room, writer } = writersRoom(published);
    const people = { a: writer("A"), b: writer("B"), c: writer("C") };
    open.push(...Object.values(people));
    return { room, ...people };
  };
  type Room = ReturnType<typeof start>["room"];
  const splits = (said: string, before: string) => ({
    command: "split" as const,
    at: said.indexOf(before),
    before: said.slice(0, said.indexOf(before)).slice(-24),
    after: said.slice(said.indexOf(before)).slice(0, 24),
  });
  const allBase = (room: Room) => {
    for (const part of owners(room.ledger).flat()) expect(part).toMatch(/^base: /);
    nothingDeleted(room);
  };
  const nothingDeleted = (room: Room) => {
    expect(deleters(room.ledger, published)).toEqual([]);
    lawful(room, published);
  };
  const inserts = (writer: Writer, before: string, what: string) =>
    writer.does((one) => {
      one.caret(before);
      one.type(what);
    });
  const erases = (writer: Writer, what: string) =>
    writer.does((one) => {
      one.select(what);
      one.press("Backspace");
    });

  it("1: a clause that is split stays the base's, but for the space at the cut", () => {
    const { room, a } = start();
    a.does((one) => one.command({ ...splits(first, words.middle), clause: one.clause(first) }));
    for (const part of owners(room.ledger).flat()) expect(part).toMatch(/^base: /);
    for (const part of deleters(room.ledger, published)) expect(part.trim()).toBe("A:");
    lawful(room, published);
  });

  it("2: two clauses that are joined stay the base's, but for the space between them", () => {
    const { room, a } = start();
    a.does((one) => one.command({ command: "merge", clause: one.clause(first), next: one.clause(second) }));
    expect(of(room.ledger, "A").trim()).toBe("");
    nothingDeleted(room);
  });

  it("3: of three words replaced in one stroke only those are the person's", () => {
    const { room, a } = start();
    a.does((one) => {
      const places = [...second.matchAll(new RegExp(words.thrice, "g"))].map(({ index }) => index);
      const edits = places.map((from) => ({ from, to: from + words.thrice.length, insert: words.instead }));
      expect(one.editor.editClause(one.clause(second), second, edits)).toBe(true);
    });
    // A letter that both words end with may stay the base's.
    const parts = of(room.ledger, "A").split("|");
    expect(parts).toHaveLength(3);
    for (const part of parts)
      expect(words.instead.startsWith(part) && part.length >= words.instead.length - 1).toBe(true);
    const gone = deleters(room.ledger, published).map((part) => part.replace("A: ", ""));
    expect(gone).toHaveLength(3);
    for (const part of gone) expect(words.thrice.startsWith(part) && part.length >= words.thrice.length - 1).toBe(true);
    lawful(room, published);
  });

  it("3: of three words typed over, letter by letter, only those are the person's", () => {
    const { room, a } = start();
    const places = [...second.matchAll(new RegExp(words.thrice, "g"))].length;
    for (let i = 0; i < places; i++)
      a.does((one) => {
        one.select(words.thrice);
        one.type(words.instead);
      });
    expect(of(room.ledger, "A")).toBe(Array.from({ length: 3 }, () => words.instead).join("|"));
    expect(deleters(room.ledger, published)).toEqual(Array.from({ length: 3 }, () => `A: ${words.thrice}`));
    lawful(room, published);
  });

  it("4: a word inserted stays its writer's when the paragraph becomes a heading", () => {
    const { room, a, b } = start();
    inserts(b, words.word, words.added);
    a.does(({ view }) => {
      const node = view.state.doc.child(0);
      view.dispatch(view.state.tr.setNodeMarkup(0, null, { ...node.attrs, kind: "heading" }));
    });
    expect(of(room.ledger, "B")).toBe(words.added);
    expect(of(room.ledger, "A")).toBe("");
    nothingDeleted(room);
  });

  it("5: a clause that is moved changes no owner", () => {
    const { room, a } = start();
    a.does((one) => one.command({ command: "move", clause: one.clause(first), before: null }));
    allBase(room);
    expect(authors(room, published).every(({ act, person }) => act === "moved" && person === "A")).toBe(true);
  });

  it("6: words deleted and brought back by undo are their writers' again", () => {
    const { room, a, b } = start();
    inserts(a, words.word, words.added);
    erases(b, words.stretch.replace(words.word, words.added + words.word));
    expect(of(room.ledger, "A")).toBe("");
    b.does(({ editor }) => editor.undo());
    expect(of(room.ledger, "A")).toBe(words.added);
    expect(of(room.ledger, "B")).toBe("");
    nothingDeleted(room);
  });

  it("7: words stay their writer's through a split inside them and a join by others", () => {
    const { room, a, b, c } = start();
    inserts(b, words.word, words.added);
    const said = first.replace(words.word, words.added + words.word);
    a.does((one) => one.command({ ...splits(said, words.inAdded), clause: one.clause(words.inAdded) }));
    c.does((one) => {
      const [upper, lower] = [one.view.state.doc.child(0), one.view.state.doc.child(1)];
      one.command({ command: "merge", clause: String(upper.attrs["id"]), next: String(lower.attrs["id"]) });
    });
    expect(of(room.ledger, "B").replaceAll("|", "").replaceAll(" ", "")).toBe(words.added.replaceAll(" ", ""));
    expect(of(room.ledger, "A").trim()).toBe("");
    for (const part of deleters(room.ledger, published)) expect(part.trim()).toBe("A:");
    lawful(room, published);
  });

  it("8: a clause cut and pasted elsewhere stays its writer's", () => {
    const { room, b, c } = start();
    b.does((one) => {
      one.caret(first);
      one.press("Enter");
      one.type(words.clause);
    });
    c.does((one) => one.editor.suppress(one.clause(words.clause)));
    room.later(60_000);
    c.does((one) => {
      one.caret(words.clauses[2]);
      one.press("Enter");
      one.view.pasteHTML(`<p>${words.clause}</p>`);
    });
    expect(of(room.ledger, "B")).toBe(words.clause);
    nothingDeleted(room);
  });

  it("9: a deleted word of the base typed there again is restored", () => {
    const { room, a, b } = start();
    erases(a, words.word);
    expect(deleters(room.ledger, published)).toEqual([`A: ${words.word}`]);
    inserts(b, first.slice(first.indexOf(words.word) + words.word.length), words.word);
    allBase(room);
    expect(authors(room, published)).toEqual([]);
  });

  it("10: each deleted word has its own deleter, through a join", () => {
    const { room, a, b, c } = start();
    erases(a, words.word);
    b.does((one) => {
      const [upper, lower] = [one.view.state.doc.child(0), one.view.state.doc.child(1)];
      one.command({ command: "merge", clause: String(upper.attrs["id"]), next: String(lower.attrs["id"]) });
    });
    erases(c, words.thrice);
    expect(deleters(room.ledger, published)).toEqual([`A: ${words.word}`, `C: ${words.thrice}`]);
    lawful(room, published);
  });

  it("11: words made bold change no owner", () => {
    const { room, a } = start();
    a.does((one) => {
      one.select(words.word);
      one.editor.toggleMark("bold");
    });
    allBase(room);
    expect(authors(room, published)).toMatchObject([{ act: "formatted", person: "A" }]);
  });
});
