import { newId } from "@plenary/collab";
import { type Language, sampleOf, term } from "@plenary/document";
import type { Fragment, Node } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { kindOf } from "../schema/blocks.ts";
import { childSample, listSample } from "./indent.ts";
import { type NewClause, clauseDepth, openClause } from "./openClause.ts";
import { takeOut } from "./takeOut.ts";

/** What can be inserted. */
export const insertables = [
  "item",
  "subitem",
  "paragraph",
  "call",
  "heading",
  "table",
  "footnote",
  "annex",
  "reasons",
] as const;

/** What can be inserted; see {@link insertables}. */
export type Insertable = (typeof insertables)[number];

/**
 * Inserts a block below the clause that the caret is in and puts the caret in it. An empty added clause becomes it
 * instead. A footnote goes to the end, its mark to the caret, or behind the clause's words when the caret is before
 * all of them; an annex goes before the footnotes. Nothing happens for a footnote without a clause to mark, and for a
 * table, an annex or a footnote inside a table. Each place that changes has a transaction of its own, because the live
 * draft pairs blocks by their neighbours.
 */
export function insertBlock(view: EditorView, what: Insertable, base: ReadonlySet<string>, language: Language): void {
  const { state } = view;
  const outer = state.selection.$head.depth <= 1;
  if (what === "footnote") {
    if (outer) insertFootnote(view);
  } else if (what === "table" || what === "annex") {
    if (!outer) return;
    const own = emptyAdded(state, base);
    if (own) view.dispatch(takeOut(state.tr, own.pos, own.node));
    view.dispatch(what === "table" ? insertTable(view.state) : insertAnnex(view.state, language));
  } else view.dispatch(become(state, clauseOf(state, what, language), base));
}

function clauseOf(
  state: EditorState,
  what: "item" | "subitem" | "paragraph" | "call" | "heading" | "reasons",
  language: Language,
): NewClause {
  const { level, label } = listSample(state);
  switch (what) {
    case "item":
      return { kind: "item", level, label: label ?? "1" };
    case "subitem":
      return { kind: "item", level: level + 1, label: childSample(state, level + 1, label, language) };
    case "reasons":
      return { kind: "reasons", level: 0, label: term("reasons", language) };
    case "paragraph":
    case "call":
    case "heading":
      return { kind: what, level: 0, label: null };
  }
}

/** Turns the empty added clause at the caret into it, else opens it below. */
function become(state: EditorState, given: NewClause, base: ReadonlySet<string>): Transaction {
  const own = emptyAdded(state, base);
  if (!own) return openClause(state, given);
  return state.tr.setNodeMarkup(own.pos, null, { ...own.node.attrs, ...given }).scrollIntoView();
}

/** The empty clause at the caret, when the published text has none of that id. */
function emptyAdded(state: EditorState, base: ReadonlySet<string>): { node: Node; pos: number } | null {
  const { $head } = state.selection;
  const depth = clauseDepth($head);
  if (depth === null || $head.parent.content.size > 0 || base.has(String($head.parent.attrs["id"]))) return null;
  return { node: $head.parent, pos: $head.before(depth) };
}

function insertTable(state: EditorState): Transaction {
  const { schema } = state;
  const { $head } = state.selection;
  const at = $head.depth === 0 ? state.doc.content.size : $head.after(1);
  const cell = () => schema.node("tableCell", { id: newId() });
  const row = () => schema.node("tableRow", { id: newId() }, [cell(), cell()]);
  const first = schema.node("tableCell", { id: newId() }, [clause(state, {}, null)]);
  const top = schema.node("tableRow", { id: newId() }, [first, cell()]);
  const tr = state.tr.insert(at, schema.node("table", { id: newId() }, [top, row()]));
  tr.setSelection(TextSelection.create(tr.doc, at + 4));
  return tr.scrollIntoView();
}

function insertAnnex(state: EditorState, language: Language): Transaction {
  const at = endOfBody(state.doc);
  const number = clause(state, { kind: "annexNumber" }, term("annex", language));
  const title = clause(state, { kind: "annexTitle" }, null);
  const tr = state.tr.insert(at, [number, title]);
  tr.setSelection(TextSelection.create(tr.doc, at + number.nodeSize + 1));
  return tr.scrollIntoView();
}

function insertFootnote(view: EditorView): void {
  const { state } = view;
  const { $head } = state.selection;
  const here = $head.parent;
  if (clauseDepth($head) === null || kindOf(here.attrs["kind"]) === "footnote") return;
  const note = clause(state, { kind: "footnote", label: footnoteSample(state.doc) }, null);
  // A mark before all words would be about none of them.
  const anchor = $head.parentOffset === 0 ? $head.end() : $head.pos;
  const at = footnotePlace(state.doc, anchor);
  view.dispatch(state.tr.insert(at, note));
  const mark = state.schema.node("footnoteAnchor", { footnote: note.attrs["id"] });
  const tr = view.state.tr.insert(anchor, mark);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + mark.nodeSize + 1)).scrollIntoView());
}

/** Where the footnote of an anchor goes: behind the footnote of the last anchor before it, else behind the body. */
export function footnotePlace(doc: Node, anchor: number): number {
  const before = new Set<unknown>();
  doc.nodesBetween(0, anchor, (node, pos) => {
    if (node.type.name === "footnoteAnchor" && pos < anchor) before.add(node.attrs["footnote"]);
  });
  let place = endOfBody(doc);
  doc.forEach((node, pos) => {
    if (before.has(node.attrs["id"])) place = Math.max(place, pos + node.nodeSize);
  });
  return place;
}

function footnoteSample(doc: Node): string {
  let sample = "1";
  doc.forEach(({ attrs }) => {
    if (kindOf(attrs["kind"]) === "footnote" && typeof attrs["label"] === "string") sample = sampleOf(attrs["label"]);
  });
  return sample;
}

/** The position behind the last block that is no footnote. */
function endOfBody(doc: Node): number {
  let end = 0;
  doc.forEach((node, pos) => {
    if (node.type.name === "table" || kindOf(node.attrs["kind"]) !== "footnote") end = pos + node.nodeSize;
  });
  return end;
}

function clause({ schema }: EditorState, given: Partial<NewClause>, words: string | null): Node {
  const content: Fragment | Node[] = words === null ? [] : [schema.text(words)];
  return schema.node("clause", { ...given, id: newId() }, content);
}
