import { keydownHandler } from "@tiptap/pm/keymap";
import { type Command, Plugin, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { paperKeys } from "../command/paperKeys.ts";
import { readCaret } from "../caret/readCaret.ts";
import { clearAcross, crosses } from "./clearAcross.ts";
import { clauseDepth, openClause } from "./openClause.ts";
import { besideClause } from "./shownClauses.ts";
import { takeOut } from "./takeOut.ts";

/** Keys and input that would change the structure, turned into edits that lose nobody's words. */
export function keysPlugin(base: ReadonlySet<string>, onEdge: (edge: "start" | "end") => void): Plugin {
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
  const erase = (edge: "start" | "end"): Command => {
    return (_state, _dispatch, view) => {
      if (!view?.editable) return false;
      if (clear(view)) return true;
      const became = atEdge(view, edge, base);
      if (became === "refused") onEdge(edge);
      return became !== "inside";
    };
  };
  const keys: Record<string, Command> = {};
  for (const key of paperKeys.newClause) keys[key] = enter;
  for (const key of paperKeys.lineBreak) keys[key] = lineBreak;
  for (const prefix of ["", "Mod-", "Alt-", "Shift-", "Ctrl-"]) {
    keys[`${prefix}Backspace`] = erase("start");
    keys[`${prefix}Delete`] = erase("end");
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

/** What became of a key at the edge of a clause: not there, nothing is to be done, or words would have been joined. */
type AtEdge = "inside" | "done" | "refused";

/** Nothing is joined over a clause's edge; an empty added clause goes, and the caret to its neighbour. */
function atEdge(view: EditorView, edge: "start" | "end", base: ReadonlySet<string>): AtEdge {
  const { state } = view;
  const { $head, empty } = state.selection;
  if (!empty || $head.parent.type.name !== "clause") return "inside";
  const { parent, parentOffset } = $head;
  if (edge === "start" ? parentOffset > 0 : parentOffset < parent.content.size) return "inside";
  if (parent.content.size > 0 || base.has(String(parent.attrs["id"]))) return "refused";
  const pos = $head.before();
  const tr = takeOut(state.tr, pos, parent);
  const caret = besideClause(tr.doc, pos, edge);
  if (caret !== null) tr.setSelection(TextSelection.create(tr.doc, caret));
  view.dispatch(tr.scrollIntoView());
  return "done";
}
