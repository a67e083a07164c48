import { newId } from "@plenary/collab";
import { keydownHandler } from "@tiptap/pm/keymap";
import type { Node, ResolvedPos } from "@tiptap/pm/model";
import { type Command, Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { paperKeys } from "../command/paperKeys.ts";
import { readCaret } from "../caret/readCaret.ts";
import { standingCells, withoutHidden } from "./standingCells.ts";

/** Writing in tables: the key Tab goes from cell to cell, and an empty cell takes words where it is clicked or entered. */
export function cellsPlugin(): Plugin {
  return new Plugin({
    props: {
      transformCopied: withoutHidden,
      handleKeyDown: keydownHandler({
        ...Object.fromEntries(paperKeys.nextCell.map((key) => [key, goBy(1)])),
        ...Object.fromEntries(paperKeys.previousCell.map((key) => [key, goBy(-1)])),
      }),
      handleDOMEvents: {
        mousedown: (view, event) => {
          const box = event.target instanceof Element ? event.target.closest("td") : null;
          if (!box || !view.editable || !view.dom.contains(box)) return false;
          const cell = allCells(view.state.doc).find(
            ({ pos, node }) => node.childCount === 0 && view.nodeDOM(pos) === box,
          );
          if (!cell || !enter(view, cell)) return false;
          event.preventDefault();
          view.focus();
          return true;
        },
      },
    },
  });
}

function goBy(step: 1 | -1): Command {
  return (_state, _dispatch, view) => {
    if (!view?.editable) return false;
    readCaret(view);
    const to = neighbour(view.state.selection.$head, step);
    return to !== null && enter(view, to);
  };
}

interface Cell {
  readonly node: Node;
  readonly pos: number;
}

/** Puts the caret at the end of the cell with that id; false when no such cell stands on the page. */
export function enterCell(view: EditorView, id: string): boolean {
  const cell = allCells(view.state.doc).find(({ node }) => node.attrs["id"] === id);
  return cell !== undefined && enter(view, cell);
}

/** Puts the caret at the end of a cell, in a fresh clause when it has none. */
function enter(view: EditorView, { node, pos }: Cell): boolean {
  const tr = view.state.tr;
  if (node.childCount === 0) tr.insert(pos + 1, view.state.schema.node("clause", { id: newId() }));
  const end = pos + 1 + Math.max(node.content.size, 2) - 1;
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
  return true;
}

/** The next or previous cell of the table around a position; null outside tables and past the first and last cell. */
function neighbour($at: ResolvedPos, step: 1 | -1): Cell | null {
  for (let depth = $at.depth; depth > 0; depth--) {
    if ($at.node(depth).type.name !== "tableCell") continue;
    const table = $at.before(depth - 2);
    const cells = allCells($at.doc).filter(({ pos }) => pos > table && pos < $at.after(depth - 2));
    return cells[cells.findIndex(({ pos }) => pos === $at.before(depth)) + step] ?? null;
  }
  return null;
}

function allCells(doc: Node): Cell[] {
  const cells: Cell[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name === "table") cells.push(...standingCells(node, pos));
  });
  return cells;
}
