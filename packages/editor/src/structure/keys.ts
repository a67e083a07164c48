import { keydownHandler } from "@tiptap/pm/keymap";
import { type Command, Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { readCaret } from "../live/readCaret.ts";
import { clearAcross, crosses } from "./clearAcross.ts";
import { clauseDepth, openClause } from "./openClause.ts";

/** Keys and input that would change the structure, turned into edits that lose nobody's words. */
export function keysPlugin(base: ReadonlySet<string>): Plugin {
  const clear = (view: EditorView): boolean => {
    if (!view.editable || !crosses(view.state.selection)) return false;
    clearAcross(view.state, base, (tr) => view.dispatch(tr));
    return true;
  };
  const enter: Command = (_state, _dispatch, view) => {
    if (!view?.editable) return false;
    clear(view);
    view.dispatch(openClause(view.state));
    return true;
  };
  const lineBreak: Command = (_state, _dispatch, view) => {
    if (!view?.editable) return false;
    clear(view);
    const { state } = view;
    if (clauseDepth(state.selection.$head) === null) return true;
    view.dispatch(state.tr.replaceSelectionWith(state.schema.node("hardBreak")).scrollIntoView());
    return true;
  };
  const backspace: Command = (state, dispatch, view) => {
    if (!view?.editable) return false;
    if (clear(view)) return true;
    return atEdge(state, dispatch, "start", base);
  };
  const remove: Command = (state, dispatch, view) => {
    if (!view?.editable) return false;
    if (clear(view)) return true;
    return atEdge(state, dispatch, "end", base);
  };
  const keys: Record<string, Command> = { Enter: enter, "Shift-Enter": lineBreak };
  for (const prefix of ["", "Mod-", "Alt-", "Shift-", "Ctrl-"]) {
    keys[`${prefix}Backspace`] = backspace;
    keys[`${prefix}Delete`] = remove;
  }
  const handleKeyDown = keydownHandler(keys);
  return new Plugin({
    props: {
      handleKeyDown,
      handleTextInput: (view, _from, _to, text) => {
        if (!clear(view)) return false;
        view.dispatch(view.state.tr.insertText(text).scrollIntoView());
        return true;
      },
      handleDOMEvents: {
        keydown: takeCaret,
        paste: takeCaret,
        compositionstart: (view) => {
          clear(view);
          return false;
        },
        beforeinput: (view, event) => {
          takeCaret(view);
          if (!event.inputType.startsWith("delete") || !clear(view)) return false;
          event.preventDefault();
          return true;
        },
        cut: (view, event) => {
          takeCaret(view);
          if (!view.editable || !crosses(view.state.selection) || !event.clipboardData) return false;
          const { dom, text } = view.serializeForClipboard(view.state.selection.content());
          event.preventDefault();
          event.clipboardData.clearData();
          event.clipboardData.setData("text/html", dom.innerHTML);
          event.clipboardData.setData("text/plain", text);
          return clear(view);
        },
      },
    },
  });
}

function takeCaret(view: EditorView): boolean {
  readCaret(view);
  return false;
}

/** Nothing is joined over a clause's edge; an empty added clause goes, and the caret to its neighbour. */
function atEdge(
  state: Parameters<Command>[0],
  dispatch: Parameters<Command>[1],
  edge: "start" | "end",
  base: ReadonlySet<string>,
): boolean {
  const { $head, empty } = state.selection;
  if (!empty || $head.parent.type.name !== "clause") return false;
  const { parent, parentOffset } = $head;
  if (edge === "start" ? parentOffset > 0 : parentOffset < parent.content.size) return false;
  if (parent.content.size > 0 || base.has(String(parent.attrs["id"]))) return true;
  const pos = $head.before();
  const tr = state.tr.delete(pos, pos + parent.nodeSize);
  tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(pos, tr.doc.content.size)), edge === "start" ? -1 : 1));
  dispatch?.(tr.scrollIntoView());
  return true;
}
