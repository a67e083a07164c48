import { newId } from "@plenary/collab";
import { Fragment, type Node, type Schema } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { kindOf } from "../schema/blocks.ts";
import { footnotePlace } from "../structure/insertBlock.ts";
import { type NewClause, clauseDepth, likeNeighbours } from "../structure/openClause.ts";
import { pastedNotes } from "./pastedNotes.ts";
import { type Piece, withoutTables } from "./piece.ts";

/**
 * Writes pieces at the caret: the first into the clause there, each further one as an added clause or table below it,
 * footnotes behind those that stand before. Each place that changes has a transaction of its own, because the live
 * draft pairs blocks by their neighbours.
 */
export function insertPieces(view: EditorView, given: readonly Piece[], base: ReadonlySet<string>): void {
  const { $head } = view.state.selection;
  const mayNote = $head.depth <= 1 && kindOf($head.parent.attrs["kind"]) !== "footnote";
  const { body, notes } = pastedNotes($head.depth > 1 ? withoutTables(given) : given, mayNote);
  const list = listAt(view.state, body);
  if (notes.length > 0) view.dispatch(insertNotes(view.state, notes));
  const first = clauseDepth(view.state.selection.$head) === null ? undefined : body[0];
  if (first?.type === "words") view.dispatch(insertWords(view.state, first, body.length > 1, base));
  const rest = first?.type === "words" ? body.slice(1) : body;
  const plain = body.every((piece) => piece.type === "words" && !piece.attrs);
  if (rest.length > 0) view.dispatch(insertBelow(view.state, rest, list, plain));
}

type Words = Piece & { readonly type: "words" };

/** Words into the clause at the caret, which becomes what they are when it is an empty added one. */
function insertWords(
  state: EditorState,
  { content, attrs }: Words,
  more: boolean,
  base: ReadonlySet<string>,
): Transaction {
  const { from, to, $head } = state.selection;
  const tr = state.tr.replaceWith(from, to, content);
  tr.setSelection(TextSelection.create(tr.doc, from + content.size));
  const node = $head.parent;
  const fresh = node.content.size === 0 && !base.has(String(node.attrs["id"]));
  const sameKind = kindOf(node.attrs["kind"]) === "item" && kindOf(attrs?.kind) === "item";
  if (!fresh || !attrs || !more || sameKind) return tr;
  return tr.setNodeMarkup($head.before(), null, { ...node.attrs, ...attrs, kind: kindOf(attrs.kind) });
}

function insertBelow(state: EditorState, rest: readonly Piece[], list: PastedList | null, plain: boolean): Transaction {
  const { schema, tr } = state;
  const { $head } = state.selection;
  const depth = clauseDepth($head);
  const at = depth === null ? state.doc.content.size : $head.after(depth);
  const before = depth === null ? null : $head.node(depth);
  const made = rest.map((piece): Node => {
    if (piece.type === "table") return tableNode(schema, piece.rows);
    // Plain lines go on as the clause at the caret does; what stands beside items or headings is a paragraph.
    const like =
      before && plain ? likeNeighbours(before, null) : { kind: "paragraph", level: list?.level ?? 0, label: null };
    return schema.node("clause", { ...like, ...attrsOf(piece, list), id: newId() }, piece.content);
  });
  tr.insert(at, made);
  const end = at + made.reduce((sum, node) => sum + node.nodeSize, 0);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(end), -1));
}

/** The list that the caret stands in, and the outermost level of what is pasted into it. */
interface PastedList {
  readonly level: number;
  readonly label: string | null;
  readonly outermost: number;
}

function listAt(state: EditorState, given: readonly Piece[]): PastedList | null {
  const { parent } = state.selection.$head;
  if (parent.type.name !== "clause" || kindOf(parent.attrs["kind"]) !== "item") return null;
  const levels = given.flatMap((piece) =>
    piece.type === "words" && piece.attrs && kindOf(piece.attrs.kind) === "item"
      ? [Number(piece.attrs.level) || 0]
      : [],
  );
  const { level, label } = likeNeighbours(parent, null);
  return { level, label, outermost: Math.min(...levels) };
}

/** Items that come into a list go on with it; deeper ones keep their distance and their own style. */
function attrsOf({ attrs }: Words, list: PastedList | null): Partial<NewClause> | null {
  if (!attrs) return null;
  const kind = kindOf(attrs.kind);
  const level = Number(attrs.level) || 0;
  const label = typeof attrs.label === "string" ? attrs.label : null;
  if (kind !== "item" || !list) return { kind, level, label };
  const deeper = level - list.outermost;
  return { kind, level: list.level + deeper, label: deeper === 0 ? list.label : label };
}

function tableNode(schema: Schema, rows: readonly (readonly (readonly Piece[])[])[]): Node {
  const cell = (given: readonly Piece[]) => {
    const clauses = withoutTables(given).map((piece) => {
      const { kind, level, label } = { kind: "paragraph", level: 0, label: null, ...attrsOf(piece, null) };
      return schema.node("clause", { kind, level, label, id: newId() }, piece.content);
    });
    return schema.node("tableCell", { id: newId() }, clauses);
  };
  return schema.node(
    "table",
    { id: newId() },
    rows.map((row) => schema.node("tableRow", { id: newId() }, row.map(cell))),
  );
}

function insertNotes(state: EditorState, notes: readonly { readonly id: string; readonly content: Fragment }[]) {
  const at = footnotePlace(state.doc, state.selection.head);
  const made = notes.map(({ id, content }) =>
    state.schema.node("clause", { id, kind: "footnote", level: 0, label: "1" }, content),
  );
  return state.tr.insert(at, Fragment.from(made));
}
