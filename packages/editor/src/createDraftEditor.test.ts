// @vitest-environment happy-dom
import { replaceText } from "@plenary/collab";
import { type Text, clause, content, flatten, item, plainText, text } from "@plenary/document";
import { describe, expect, it } from "vitest";
import { caret, press, select, type } from "./testing/drive.ts";
import { lawfulPapers } from "./testing/lawfulPapers.ts";
import { type OpenDraft, find, freshCopy, openDraft, sync } from "./testing/openDraft.ts";

const start = lawfulPapers();

function words(draft: OpenDraft, id: string): string | undefined {
  const found = draft.state().current.clauses.find((clause) => clause.id === id);
  return found && flatten(found.content);
}

describe("the paper", () => {
  it("shows an untouched draft without any change", () => {
    const draft = start();
    expect(draft.state().redline.changes).toEqual([]);
    expect(draft.element.querySelectorAll("p.clause")).toHaveLength(13);
    expect(draft.element.querySelectorAll("ins, del, .clause-changed")).toHaveLength(0);
    expect(draft.element.querySelector("[data-id=c4] .label")?.textContent).toBe("a)");
  });

  it("has no active change before somebody puts the caret anywhere", () => {
    const writer = start();
    caret(writer, "c1", 0);
    type(writer, "New ");
    const reader = start(freshCopy(writer));
    expect(reader.state().redline.changes).toHaveLength(1);
    expect(reader.state().active).toBeNull();
    caret(reader, "c1", 1);
    expect(reader.state().active).toBe(reader.state().redline.changes[0]?.id);
  });

  it("draws inserted and deleted words, the symbol and the change at the caret", () => {
    const draft = start();
    caret(draft, "c8", 3, 10);
    type(draft, "issue");
    const line = draft.element.querySelector("[data-id=c8]")!;
    expect(line.querySelector("ins")?.textContent).toBe("issue");
    expect(line.querySelector("del")?.textContent).toBe("publish");
    expect(line.getAttribute("data-symbol")).toBe("MOD");
    expect(draft.state().symbol).toBe("MOD");
    expect(draft.state().active).toBe(draft.state().redline.changes[0]?.id);
    expect(draft.state().pending).toBe(draft.state().redline);
  });

  it("opens an added clause below, labelled after its neighbour, and relabels what follows", () => {
    const draft = start();
    caret(draft, "c4", 5);
    expect(press(draft, "Enter")).toBe(true);
    type(draft, "the winter storms;");
    const clauses = draft.state().current.clauses;
    expect(clauses.slice(3, 6).map(({ label }) => label)).toEqual(["a)", "b)", "c)"]);
    const label = draft.element.querySelector("[data-id=c5] .label")!;
    expect(label.querySelector("del")?.textContent).toBe("b)");
    expect(label.querySelector("ins")?.textContent).toBe("c)");
    expect(words(draft, "c4")).toBe("the needs of small harbours;");
  });

  it("opens the first item after a call", () => {
    const draft = start();
    caret(draft, "c6", 3);
    press(draft, "Enter");
    expect(draft.state().current.clauses[6]).toMatchObject({ kind: "item", label: "1" });
  });

  it("removes an empty added clause on Backspace and never joins", () => {
    const draft = start();
    caret(draft, "c4", 5);
    press(draft, "Enter");
    press(draft, "Backspace");
    expect(draft.state().redline.changes).toEqual([]);
    caret(draft, "c5", 0);
    expect(press(draft, "Backspace")).toBe(true);
    caret(draft, "c4", 28);
    expect(press(draft, "Delete")).toBe(true);
    expect(draft.state().redline.changes).toEqual([]);
  });

  it("shows a clause without its words as suppressed, brings it back when someone types", () => {
    const draft = start();
    draft.editor.suppress("c5");
    const line = draft.element.querySelector("[data-id=c5]")!;
    expect(line.getAttribute("data-symbol")).toBe("SUP");
    expect(line.classList.contains("clause-suppressed")).toBe(true);
    expect(line.querySelector(":scope > del")?.textContent).toBe("the report of the first harbour forum,");
    expect(words(draft, "c5")).toBeUndefined();
    draft.editor.restore("c5");
    expect(draft.state().redline.changes).toEqual([]);
    draft.editor.suppress("c5");
    caret(draft, "c5", 0);
    type(draft, "new words");
    expect(words(draft, "c5")).toBe("new words");
  });

  it("empties words over several clauses, removes added ones inside and joins nothing", () => {
    const draft = start();
    caret(draft, "c4", 5);
    press(draft, "Enter");
    type(draft, "an added one;");
    select(draft, "c4", 4, "c7", 3);
    type(draft, "X");
    expect(words(draft, "c4")).toBe("the X");
    expect(words(draft, "c7")).toBe("keep one channel free at all times;");
    expect(draft.state().redline.changes.some(({ kind }) => kind === "add")).toBe(false);
    draft.editor.undo();
    expect(words(draft, "c5")).toBe("the report of the first harbour forum,");
  });

  it("refuses an edit that would join or remove published clauses", () => {
    const { view, state } = start();
    view.dispatch(view.state.tr.join(find(view, "c5")));
    view.dispatch(view.state.tr.delete(find(view, "c4"), find(view, "c5")));
    expect(state().redline.changes).toEqual([]);
  });

  it("pastes clauses as added ones below, with fresh ids and nothing hostile", () => {
    const draft = start();
    caret(draft, "c4", 4);
    const html = `<p data-id="c5" onclick="x()">one <b>two</b><script>alert(1)</script></p><ol><li>three</li></ol>`;
    draft.view.pasteHTML(html);
    const clauses = draft.state().current.clauses;
    expect(flatten(clauses[3]!.content)).toBe("the one twoneeds of small harbours;");
    expect(flatten(clauses[4]!.content)).toBe("three");
    expect(clauses[4]!.id).toMatch(/^add-/);
    draft.view.pasteText("one line");
    draft.view.pasteText("first\n\nsecond\u2028part\nthird");
    expect(draft.state().current.clauses.map(({ content }) => flatten(content))).toContain("third");
  });

  it("keeps the reader's own undo", () => {
    const one = start();
    const two = start(freshCopy(one));
    caret(one, "c8", 0);
    press(one, "Enter");
    type(one, "added by one");
    sync(one.doc, two.doc);
    const added = one.state().current.clauses[8]!.id;
    caret(two, added, 5);
    type(two, "(two)");
    sync(one.doc, two.doc);
    one.editor.undo();
    one.editor.undo();
    sync(one.doc, two.doc);
    expect(plainText(one.state().current)).toContain("(two)");
    expect(plainText(one.state().current)).toBe(plainText(two.state().current));
  });

  it("shows three modes", () => {
    const draft = start();
    caret(draft, "c8", 3, 10);
    type(draft, "issue");
    draft.editor.setMode("clean");
    expect(draft.element.querySelectorAll(".ProseMirror :is(ins, del)")).toHaveLength(0);
    expect(draft.element.querySelector("[data-id=c8]")?.textContent).toBe("2to issue a list of harbours every year,");
    draft.editor.setMode("base");
    expect(draft.element.querySelector(".paper-base [data-id=c8]")?.textContent).toBe(
      "2to publish a list of harbours every year,",
    );
    expect(draft.view.editable).toBe(false);
    draft.editor.setMode("marked");
    expect(draft.element.querySelectorAll(".ProseMirror :is(ins, del)")).toHaveLength(2);
  });

  it("tells pending from agreed, and lights a change up both ways", () => {
    const draft = start();
    caret(draft, "c8", 3, 10);
    type(draft, "issue");
    draft.editor.setAgreed(draft.state().current);
    const [change] = draft.state().redline.changes;
    expect(draft.state().pending.changes).toEqual([]);
    expect(draft.state().states.get(change!.id)).toBe("agreed");
    expect(draft.element.querySelector("ins")?.getAttribute("data-state")).toBe("agreed");
    caret(draft, "c4", 0);
    type(draft, "all ");
    expect(draft.state().pending.changes).toHaveLength(1);
    const [first] = draft.state().redline.changes;
    expect(draft.state().deciding.get(first!.id)).toEqual(draft.state().pending.changes);
    draft.editor.setActive(change!.id);
    expect(draft.element.querySelector(`ins.active[data-change="${change!.id}"]`)).not.toBeNull();
    expect(draft.editor.goTo(change!.id)).toBe(true);
    expect(draft.state().active).toBe(change!.id);
    expect(draft.editor.goTo("no such change")).toBe(false);
  });

  it("calls a change by one name while it grows, whoever writes on, and stays lit on it", () => {
    const draft = start();
    const other = start(freshCopy(draft));
    caret(draft, "c8", 3, 10);
    type(draft, "issue");
    const first = draft.state().active!;
    expect(first).toBe(draft.state().redline.changes[0]?.id);
    type(draft, " and post");
    expect(draft.state().redline.changes[0]?.id).not.toBe(first);
    expect(draft.state().active).toBe(first);
    expect([...draft.state().identities.values()]).toEqual([first]);
    caret(draft, "c4", 0);
    draft.editor.setActive(first);
    sync(draft.doc, other.doc);
    caret(other, "c8", 17);
    type(other, " on the web");
    sync(draft.doc, other.doc);
    expect(words(draft, "c8")).toBe("to issue and post on the web a list of harbours every year,");
    expect(draft.element.querySelector(`ins.active[data-change="${first}"]`)?.textContent).toContain("on the web");
    expect(draft.editor.goTo(first)).toBe(true);
    expect(draft.state().active).toBe(first);
  });
});

describe("clauses split and joined", () => {
  const study = "to study the use of harbour radio in winter storms and to report on it every year;";
  const whole = text("en", [clause("call", "resolves"), item("1", study), item("2", "to keep one channel free,")]);
  const [call, one, two] = whole.clauses as [Text["clauses"][0], Text["clauses"][0], Text["clauses"][0]];
  const head = { ...one, content: content("to study the use of harbour radio in winter storms;") };
  const tail = { ...one, id: "new-tail", label: "2", content: content("to report each month on it every year;") };

  it("shows a split as an inserted mark at the end of the first piece, the second as no addition", () => {
    const draft = start(undefined, whole);
    replaceText(draft.doc, whole, { ...whole, clauses: [call, head, tail, { ...two, label: "3" }] });
    expect(draft.state().redline.changes.map(({ kind }) => kind)).toContain("split");
    const first = draft.element.querySelector("[data-id=c2]")!;
    expect(first.querySelector("ins.joint")?.textContent).toBe("¶");
    const second = draft.element.querySelector("[data-id=new-tail]")!;
    expect(second.classList.contains("clause-added")).toBe(false);
    expect(second.querySelector(".label ins")?.textContent).toBe("2");
    expect(second.querySelector(".label del")).toBeNull();
    expect([...second.querySelectorAll("ins:not(.label *)")].map((one) => one.textContent).join("")).toContain(
      "each month",
    );
    const split = draft.state().redline.changes.find(({ kind }) => kind === "split")!;
    expect(draft.editor.goTo(split.id)).toBe(true);
    expect(draft.state().clause).toBe("new-tail");
  });

  it("shows a merge as a struck mark and label where the words meet, and nothing at the old place", () => {
    const draft = start(undefined, whole);
    const joined = { ...one, content: content(`${study} to keep a channel free,`) };
    replaceText(draft.doc, whole, { ...whole, clauses: [call, joined] });
    expect(draft.state().redline.changes.map(({ kind }) => kind)).toEqual(["merge", "text"]);
    const mark = draft.element.querySelector("[data-id=c2] del.joint")!;
    expect(mark.textContent).toBe("¶ 2");
    expect(mark.getAttribute("data-change")).toBe(draft.state().redline.changes[0]?.id);
    const dels = [...draft.element.querySelectorAll("del:not(.joint)")].map((del) => del.textContent);
    expect(dels).toEqual(["one"]);
    const { redline, identities } = draft.state();
    expect(draft.editor.goTo(identities.get(redline.changes[1]!.id)!)).toBe(true);
    expect(draft.state().clause).toBe("c2");
    draft.editor.setMode("clean");
    expect(draft.element.querySelector(".joint")).toBeNull();
  });
});

it("takes no more orders once it is destroyed, as when the page makes a new paper in the same moment", () => {
  const draft = openDraft();
  draft.editor.destroy();
  expect(() => {
    draft.editor.setMode("clean");
    draft.editor.setFormatting(false);
    draft.editor.setEditable(false);
    draft.editor.setAgreed(null);
    draft.editor.setActive("1");
    draft.editor.setThreads([]);
    draft.editor.setNotes([]);
  }).not.toThrow();
  draft.element.remove();
});
