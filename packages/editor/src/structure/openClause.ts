import { newId } from "@plenary/collab";
import { type ClauseKind, sampleOf } from "@plenary/document";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { kindOf } from "../schema/blocks.ts";

/** What a new clause is; a label is a sample of the style that it takes. */
export interface NewClause {
  readonly kind: ClauseKind;
  readonly level: number;
  readonly label: string | null;
}

/**
 * Opens an empty added clause below the one that the caret is in and puts the caret in it; at the
 * end of an empty text when the caret is in none. Without `given` it continues the list around it.
 */
export function openClause(state: EditorState, given?: Partial<NewClause>): Transaction {
  const { $head } = state.selection;
  const depth = clauseDepth($head);
  const pos = depth === null ? state.doc.content.size : $head.after(depth);
  const like = depth === null ? paragraph : likeNeighbours($head.node(depth), state.doc.resolve(pos).nodeAfter);
  const made = state.schema.node("clause", {
    ...(given?.kind ? { ...paragraph, level: like.level } : like),
    ...given,
    id: newId(),
  });
  const tr = state.tr.insert(pos, made);
  return tr.setSelection(TextSelection.create(tr.doc, pos + 1)).scrollIntoView();
}

const paragraph: NewClause = { kind: "paragraph", level: 0, label: null };

/** The depth of the clause around a position; null when it is in none. */
export function clauseDepth($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) if ($pos.node(depth).type.name === "clause") return depth;
  return null;
}

/** A clause that continues after this one: the next of its list; after a call the first of its items. */
export function likeNeighbours(before: Node, after: Node | null): NewClause {
  const kind = kindOf(before.attrs["kind"]);
  if (kind === "item" || kind === "paragraph") return { kind, level: levelOf(before), label: sample(before) };
  const nextKind = after?.type.name === "clause" ? kindOf(after.attrs["kind"]) : null;
  if (kind === "call" && after && (nextKind === "item" || nextKind === "paragraph"))
    return { kind: nextKind, level: levelOf(after), label: sample(after) };
  return { ...paragraph, level: kind === "call" || kind === "heading" ? levelOf(before) : 0 };
}

function levelOf(node: Node): number {
  const { level } = node.attrs;
  return typeof level === "number" ? level : 0;
}

function sample(node: Node): string | null {
  const { label } = node.attrs;
  return typeof label === "string" ? sampleOf(label) : null;
}
