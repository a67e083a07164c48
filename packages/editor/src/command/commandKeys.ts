import { keydownHandler } from "@tiptap/pm/keymap";
import { type Command, Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { DraftState } from "../draftState.ts";
import { redlineKey } from "../redline/redlinePlugin.ts";
import { enterClause, type StructureActions } from "./actions.ts";
import { clauseDepth } from "../structure/openClause.ts";
import { type PaperKey, paperKeys, paperSigns } from "./paperKeys.ts";

/** What the keys of structure commands do. */
export interface CommandKeys {
  readonly actions: () => StructureActions | null;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly suppress: (clause: string) => void;
  readonly restore: (clause: string) => void;
  readonly onInsert: () => void;
  /** The clause to enter when it arrives on the paper. */
  readonly awaited: { clause: string | null };
}

/** Keys for the structure commands, and the sign `/` that opens the list of what can be inserted. */
export function commandKeysPlugin({ actions, undo, redo, suppress, restore, onInsert, awaited }: CommandKeys): Plugin {
  const bind = (does: (actions: StructureActions, view: EditorView) => void): Command => {
    return (_state, _dispatch, view) => {
      const able = actions();
      if (!view?.editable || !able) return false;
      does(able, view);
      return true;
    };
  };
  const here = (view: EditorView): string | null => {
    const draft: DraftState | undefined = redlineKey.getState(view.state)?.draft;
    return draft?.clause ?? null;
  };
  const onClause = (does: (clause: string) => void) =>
    bind((_able, view) => {
      const clause = here(view);
      if (clause !== null) does(clause);
    });
  const does: Readonly<Partial<Record<PaperKey, Command>>> = {
    split: bind((able) => able.split()),
    join: bind((able) => able.join()),
    moveUp: bind((able) => able.move("up")),
    moveDown: bind((able) => able.move("down")),
    indent: bind((able, view) => able.indent(isMirrored(view) ? -1 : 1)),
    outdent: bind((able, view) => able.indent(isMirrored(view) ? 1 : -1)),
    suppress: onClause(suppress),
    restore: onClause(restore),
    insert: bind(() => onInsert()),
    undo: bind(() => undo()),
    redo: bind(() => redo()),
  };
  const bound = Object.entries(paperKeys).flatMap(([name, keys]) => {
    const command = Object.entries(does).find(([known]) => known === name)?.[1];
    return command ? keys.map((key) => [key, command] as const) : [];
  });
  const handleKeyDown = keydownHandler(Object.fromEntries(bound));
  return new Plugin({
    props: {
      handleKeyDown,
      handleTextInput: (view, _from, _to, text) => {
        if (!signs.has(text) || !view.editable || view.composing) return false;
        const { $head, empty } = view.state.selection;
        if (!empty || clauseDepth($head) === null || $head.parent.content.size > 0) return false;
        onInsert();
        return true;
      },
    },
    view: () => ({
      update: (view, before) => {
        if (awaited.clause === null || view.state.doc.eq(before.doc)) return;
        const { clause } = awaited;
        queueMicrotask(() => {
          if (!view.isDestroyed && awaited.clause === clause && enterClause(view, clause)) awaited.clause = null;
        });
      },
    }),
  });
}

const signs: ReadonlySet<string> = new Set(paperSigns.insert);

/** Whether the clause at the caret runs from right to left. */
function isMirrored(view: EditorView): boolean {
  const { node } = view.domAtPos(view.state.selection.head);
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest("[dir]")?.getAttribute("dir") === "rtl";
}
