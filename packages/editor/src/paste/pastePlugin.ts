import type { Slice } from "@tiptap/pm/model";
import { Plugin, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { oneStep } from "../live/oneStep.ts";
import { clearAcross, crosses } from "../structure/clearAcross.ts";
import { insertPieces } from "./insertPieces.ts";
import { type Piece, pieces } from "./piece.ts";
import { plainLines } from "./plainLines.ts";
import { cleanHtml } from "./source/cleanHtml.ts";

/** More than the longest text of a conference: characters of words, clauses and cells, characters of markup. */
const most = { characters: 600_000, clauses: 5000, markup: 30_000_000 };

/**
 * Pasting and dropping: words go into the clause at the caret; further clauses become added ones
 * below it. A clause is never split and no id ever comes along. One undo takes it back. `onRefused`
 * hears of a paste that is longer than any text.
 */
export function pastePlugin(base: ReadonlySet<string>, onRefused: () => void): Plugin {
  const put = (view: EditorView, given: readonly Piece[]): boolean => {
    if (!view.editable) return true;
    if (isTooMuch(given)) {
      onRefused();
      return true;
    }
    oneStep(view, () => {
      if (crosses(view.state.selection)) clearAcross(view.state, base, (tr) => view.dispatch(tr));
      insertPieces(view, given, base);
      view.dispatch(view.state.tr.scrollIntoView());
    });
    return true;
  };
  const drop = (view: EditorView, event: DragEvent, slice: Slice, moved: boolean): boolean => {
    const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
    if (!at || !view.editable) return true;
    let target = TextSelection.near(view.state.doc.resolve(at.pos)).head;
    const given = pieces(slice.content);
    const { from, to } = view.state.selection;
    if (moved && target >= from && target <= to) return true;
    oneStep(view, () => {
      const follow = (tr: Transaction) => {
        target = tr.mapping.map(target);
        view.dispatch(tr);
      };
      if (moved && crosses(view.state.selection)) clearAcross(view.state, base, follow);
      else if (moved) follow(view.state.tr.deleteSelection());
      view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(target))));
      put(view, given);
    });
    return true;
  };
  return new Plugin({
    props: {
      transformPastedHTML: (html) => {
        if (html.length <= most.markup) return cleanHtml(html);
        onRefused();
        return "";
      },
      clipboardTextParser: (text, _context, _plain, view) => plainLines(view.state.schema, text),
      handlePaste: (view, _event, slice) => put(view, pieces(slice.content)),
      handleDrop: drop,
    },
  });
}

function isTooMuch(given: readonly Piece[]): boolean {
  let [characters, clauses] = [0, 0];
  const count = (piece: Piece) => {
    if (piece.type === "table") piece.rows.flat(2).forEach(count);
    else characters += piece.content.size;
    clauses += 1;
  };
  given.forEach(count);
  return characters > most.characters || clauses > most.clauses;
}
