import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { blockSaying } from "./redline/blockSaying.ts";
import { pageEdit } from "./redline/changedRange.ts";

/** Words of a clause to be noted on the paper: the half-open range [from, to) of its flat content. */
export interface PaperNote {
  readonly clause: string;
  readonly from: number;
  readonly to: number;
  readonly kind: "bracket" | "reference";
  /** What is said of the words to who points at them. */
  readonly said: string;
}

const notesKey = new PluginKey<DecorationSet>("notes");

/** Draws notes under words. They move along with edits until new ones are given. */
export function notesPlugin(): Plugin<DecorationSet> {
  return new Plugin({
    key: notesKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, set) => {
        const given: DecorationSet | undefined = tr.getMeta(notesKey);
        if (given) return given;
        const edit = pageEdit(tr);
        return edit ? set.map(edit.mapping, tr.doc) : set;
      },
    },
    props: { decorations: (state) => notesKey.getState(state) },
  });
}

/** Puts these notes on the paper in place of those before; of a clause that is not on it none. */
export function orderNotes(view: EditorView, notes: readonly PaperNote[]): void {
  const drawn = notes.flatMap(({ clause, from, to, kind, said }) => {
    const start = blockSaying(view.state, clause)?.pos;
    if (start === undefined) return [];
    return Decoration.inline(start + 1 + from, start + 1 + to, { class: `note note-${kind}`, title: said });
  });
  const set = DecorationSet.create(view.state.doc, drawn);
  view.dispatch(view.state.tr.setMeta(notesKey, set).setMeta("addToHistory", false));
}
