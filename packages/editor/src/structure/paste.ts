import { newId } from "@plenary/collab";
import { Fragment, type Node, type Schema, Slice } from "@tiptap/pm/model";
import { type EditorState, Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { clearAcross, crosses } from "./clearAcross.ts";
import { clauseDepth, likeNeighbours } from "./openClause.ts";

/**
 * Pasting and dropping: words go into the clause at the caret; further clauses become added ones
 * below it. A clause is never split and no id ever comes along.
 */
export function pastePlugin(base: ReadonlySet<string>): Plugin {
  return new Plugin({
    props: {
      clipboardTextParser: (text, _context, _plain, view) => plainSlice(view.state.schema, text),
      handlePaste: (view, _event, slice) => put(view, slice, base),
      handleDrop: (view, event, slice, moved) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (!at) return true;
        const mark = view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos)));
        let target = mark.selection.head;
        if (moved) {
          const { from, to } = view.state.selection;
          if (target >= from && target <= to) return true;
          const follow = (tr: Transaction) => {
            target = tr.mapping.map(target);
            view.dispatch(tr);
          };
          if (crosses(view.state.selection)) clearAcross(view.state, base, follow);
          else follow(view.state.tr.deleteSelection());
        }
        view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(target))));
        return put(view, slice, base);
      },
    },
  });
}

function put(view: EditorView, slice: Slice, base: ReadonlySet<string>): boolean {
  if (!view.editable) return true;
  if (crosses(view.state.selection)) clearAcross(view.state, base, (tr) => view.dispatch(tr));
  view.dispatch(insertPieces(view.state, pieces(slice.content)).scrollIntoView());
  return true;
}

/** Writes pieces at the caret: the first into the clause there, each further one as an added clause below. */
export function insertPieces(state: EditorState, given: readonly Piece[]): Transaction {
  const tr = state.tr;
  const { $head } = state.selection;
  const depth = clauseDepth($head);
  const first = depth === null ? undefined : given[0];
  if (first) {
    const { from, to } = state.selection;
    tr.replaceWith(from, to, first.content);
    tr.setSelection(TextSelection.create(tr.doc, from + first.content.size));
  }
  const rest = first ? given.slice(1) : given;
  let pos = depth === null ? tr.doc.content.size : tr.selection.$head.after(depth);
  let before: Node | null = depth === null ? null : tr.selection.$head.node(depth);
  for (const piece of rest) {
    const like = before ? likeNeighbours(before, null) : { kind: "paragraph", level: 0, label: null };
    const made = state.schema.node("clause", { ...like, ...piece.attrs, id: newId() }, piece.content);
    tr.insert(pos, made);
    before = made;
    pos += made.nodeSize;
    tr.setSelection(TextSelection.create(tr.doc, pos - 1));
  }
  return tr;
}

/** One clause's worth of pasted words; `attrs` when the source said what it is. */
export interface Piece {
  readonly content: Fragment;
  readonly attrs: { readonly kind: unknown; readonly level: unknown; readonly label: unknown } | null;
}

/** The pieces of a slice: loose words together, every clause (those of tables too) by itself. */
export function pieces(content: Fragment): Piece[] {
  const out: Piece[] = [];
  let loose: Node[] = [];
  const flush = () => {
    if (loose.length > 0) out.push({ content: clean(Fragment.from(loose)), attrs: null });
    loose = [];
  };
  content.forEach((node) => {
    if (node.isInline) {
      loose.push(node);
      return;
    }
    flush();
    if (node.type.name === "clause") {
      const { kind, level, label } = node.attrs;
      const plain = kind === "paragraph" && level === 0 && label === null;
      out.push({ content: clean(node.content), attrs: plain ? null : { kind, level, label } });
    } else out.push(...pieces(node.content));
  });
  flush();
  return out;
}

/** Plain text: each line with words a clause. */
function plainSlice(schema: Schema, text: string): Slice {
  const lines = text.split(/\r\n?|\n/).filter((line, _i, all) => line.trim() !== "" || all.length === 1);
  const clauses = lines.map((line) => schema.node("clause", null, line === "" ? [] : [schema.text(line)]));
  return new Slice(Fragment.from(clauses), 1, 1);
}

/** Without the characters that stand for breaks and anchors in a flat text, and without control characters. */
function clean(content: Fragment): Fragment {
  const out: Node[] = [];
  content.forEach((node) => {
    if (!node.isText) {
      if (node.type.name === "hardBreak") out.push(node);
      return;
    }
    const text = (node.text ?? "").replaceAll(/[\p{Cc}\u2028\u2029\ufffc]/gu, " ");
    if (text !== "") out.push(node.type.schema.text(text, node.marks));
  });
  return Fragment.from(out);
}
