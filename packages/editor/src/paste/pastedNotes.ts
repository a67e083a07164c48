import { newId } from "@plenary/collab";
import { Fragment, type Node } from "@tiptap/pm/model";
import type { Piece } from "./piece.ts";

/** Pasted pieces whose footnotes stand by themselves, under the ids that their marks in the body name. */
export interface PastedNotes {
  readonly body: readonly Piece[];
  readonly notes: readonly { readonly id: string; readonly content: Fragment }[];
}

/**
 * Parts footnotes from the text that marks them. A note that nothing marks is a paragraph, a mark without a note goes;
 * where no notes may stand all are paragraphs.
 */
export function pastedNotes(given: readonly Piece[], mayNote: boolean): PastedNotes {
  const marked = new Set(given.flatMap(marksIn));
  const ids = new Map<string, string>();
  const notes: { id: string; content: Fragment }[] = [];
  const body: Piece[] = [];
  for (const piece of given) {
    const key = piece.type === "words" && piece.attrs?.kind === "footnote" ? String(piece.attrs.label) : null;
    if (piece.type === "table" || key === null) body.push(piece);
    else if (mayNote && marked.has(key) && !ids.has(key)) {
      const id = newId();
      ids.set(key, id);
      notes.push({ id, content: named(piece.content, new Map()) });
    } else body.push({ ...piece, attrs: null });
  }
  const said = body
    .map((piece) => withIds(piece, ids))
    .filter((piece, i) => i === 0 || piece.type === "table" || piece.content.size > 0);
  return { body: said, notes };
}

function marksIn(piece: Piece): string[] {
  // A mark in a table's cell goes.
  if (piece.type === "table") return [];
  const keys: string[] = [];
  piece.content.forEach((node) => {
    if (node.type.name === "footnoteAnchor") keys.push(String(node.attrs["footnote"]));
  });
  return keys;
}

function withIds(piece: Piece, ids: ReadonlyMap<string, string>): Piece {
  if (piece.type === "words") return { ...piece, content: named(piece.content, ids) };
  return { ...piece, rows: piece.rows.map((row) => row.map((cell) => cell.map((one) => withIds(one, new Map())))) };
}

/** The content with each mark naming its note once; others go. */
function named(content: Fragment, ids: ReadonlyMap<string, string>): Fragment {
  const out: Node[] = [];
  content.forEach((node) => {
    if (node.type.name !== "footnoteAnchor") out.push(node);
    else {
      const id = ids.get(String(node.attrs["footnote"]));
      if (id !== undefined) out.push(node.type.create({ footnote: id }));
    }
  });
  return Fragment.from(out);
}
