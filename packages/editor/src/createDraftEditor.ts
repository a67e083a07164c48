import type { Clause, Mark, Text } from "@plenary/document";
import { Editor, type Extensions, Extension } from "@tiptap/core";
import { Collaboration } from "@tiptap/extension-collaboration";
import type { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { basePaper } from "./basePaper.ts";
import { deepClauses } from "./deepClauses.ts";
import type { DisplayMode, DraftState, EditorStrings } from "./draftState.ts";
import { goTo } from "./goTo.ts";
import { compositionPlugin } from "./live/compositionPlugin.ts";
import { narrowEdits } from "./live/narrowEdits.ts";
import { type PaperDoc, paperDoc } from "./live/paperDoc.ts";
import { readCaret } from "./live/readCaret.ts";
import { undoPlugin } from "./live/undoPlugin.ts";
import { type Presence, presence } from "./presence.ts";
import { orderRedline, redlineKey, redlinePlugin } from "./redline/redlinePlugin.ts";
import {
  AnchorNode,
  BreakNode,
  Characters,
  ClauseNode,
  Root,
  TableCellNode,
  TableNode,
  TableRowNode,
  blockNames,
} from "./schema/blocks.ts";
import { markExtensions } from "./schema/marks.ts";
import { writeContent } from "./schema/writeContent.ts";
import { baseIds } from "./structure/baseIds.ts";
import { cellsPlugin } from "./structure/cells.ts";
import { guardPlugin } from "./structure/guard.ts";
import { keysPlugin } from "./structure/keys.ts";
import { type NewClause, openClause } from "./structure/openClause.ts";
import { pastePlugin } from "./structure/paste.ts";

/** What a paper is made of. */
export interface DraftEditorOptions {
  /** An empty element; the paper fills it. */
  readonly element: HTMLElement;
  /** The live draft; its content should have arrived, for the first paint. */
  readonly doc: Y.Doc;
  /** Who is here; null draws and shares no carets. */
  readonly awareness: Awareness | null;
  readonly user: Presence;
  readonly published: Text;
  readonly editable: boolean;
  readonly mode: DisplayMode;
  readonly strings: EditorStrings;
  /** Called with the first state and after every edit, decision or move of the caret that changes it. */
  onState(state: DraftState): void;
  /** Called with the identity of a change when the pointer goes over it, with null when it leaves. */
  readonly onHover?: (identity: string | null) => void;
}

/** The paper of one draft. */
export interface DraftEditor {
  setMode(mode: DisplayMode): void;
  /** Whether changes of formatting are in view, as at first; they are made and decided all the same. */
  setFormatting(shown: boolean): void;
  setEditable(editable: boolean): void;
  /** The agreed text as the record has it; null while it has not arrived: all changes are then pending. */
  setAgreed(agreed: Text | null): void;
  /** Lights up the change with that identity, as when its card is pointed at; null for none. */
  setActive(identity: string | null): void;
  /** Puts the caret at the change with that identity and shows it in the middle; false when it is no longer there. */
  goTo(identity: string): boolean;
  /** Opens an added clause below the caret; without `given` it continues the list around it. */
  insertClause(given?: Partial<NewClause>): void;
  /** Deletes the words of the clause, which suppresses a published one. */
  suppress(clauseId: string): void;
  /** Gives a published clause its published words back, where its place is still on the paper. */
  restore(clauseId: string): void;
  toggleMark(mark: Mark): void;
  focus(): void;
  undo(): void;
  redo(): void;
  destroy(): void;
}

/** Makes the paper of a draft in the element: live, with its redline. */
export function createDraftEditor(options: DraftEditorOptions): DraftEditor {
  const { element, doc, awareness, published, strings } = options;
  let shown: EditorView | null = null;
  const paper = paperDoc(doc, () => {
    if (shown) readCaret(shown);
  });
  const fragment = paper.doc.getXmlFragment("text");
  awareness?.setLocalStateField("user", { ...options.user });
  let mode = options.mode;
  let editable = options.editable;
  let base: HTMLElement | null = null;

  element.classList.add("paper");
  const editor = new Editor({
    element,
    editable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, drop: false, paste: false, delete: false, textDirection: false },
    content: fragment.length === 0 ? null : yXmlFragmentToProsemirrorJSON(fragment),
    extensions: extensions(options, paper),
    editorProps: {
      attributes: {
        class: "paper-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": strings.paper,
        lang: published.language,
      },
    },
  });

  shown = editor.view;

  const show = () => {
    element.dataset["mode"] = mode;
    if (mode === "base" && !base) {
      base = basePaper(published, strings.paper);
      element.append(base);
    }
    if (base) base.hidden = mode !== "base";
    editor.view.dom.hidden = mode === "base";
    editor.setEditable(editable && mode !== "base", false);
  };
  show();

  const hover = (event: Event) => {
    const over = event.type === "mouseover" && event.target instanceof Element ? event.target : null;
    options.onHover?.(over?.closest("[data-change]")?.getAttribute("data-change") ?? null);
  };
  element.addEventListener("mouseover", hover);
  element.addEventListener("mouseleave", hover);

  const rewrite = (clauseId: string, clause: Clause | null) => {
    const drawings = redlineKey.getState(editor.state)?.reading.alignment.drawings ?? [];
    const places = drawings.filter(({ block }) => block.clause.id === clauseId && block.clause.kind !== "table");
    const place = places.find(({ gone }) => !gone) ?? places[0];
    if (!place) return;
    const from = place.block.pos + 1;
    const words = writeContent(editor.schema, clause?.content ?? []);
    editor.view.dispatch(editor.state.tr.replaceWith(from, from + place.block.node.content.size, words));
  };

  return {
    setMode: (next) => {
      mode = next;
      show();
      orderRedline(editor.view, { mode });
    },
    setFormatting: (formatting) => orderRedline(editor.view, { formatting }),
    setEditable: (next) => {
      editable = next;
      show();
    },
    setAgreed: (agreed) => orderRedline(editor.view, { agreed }),
    setActive: (lit) => {
      if (redlineKey.getState(editor.state)?.lit !== lit) orderRedline(editor.view, { lit });
    },
    goTo: (identity) => goTo(editor.view, identity),
    insertClause: (given) => {
      readCaret(editor.view);
      editor.view.dispatch(openClause(editor.state, given));
      editor.view.focus();
    },
    suppress: (clauseId) => rewrite(clauseId, null),
    restore: (clauseId) => {
      const clause = deepClauses(published.clauses).find(({ id }) => id === clauseId);
      if (clause) rewrite(clauseId, clause);
    },
    toggleMark: (mark) => {
      readCaret(editor.view);
      editor.chain().focus().toggleMark(mark).run();
    },
    focus: () => editor.view.focus(),
    undo: () => void editor.commands.undo(),
    redo: () => void editor.commands.redo(),
    destroy: () => {
      element.removeEventListener("mouseover", hover);
      element.removeEventListener("mouseleave", hover);
      editor.destroy();
      paper.destroy();
      base?.remove();
      element.classList.remove("paper");
    },
  };
}

/** How long what others write waits for an input method, in milliseconds. */
const longestHold = 3000;

function extensions(options: DraftEditorOptions, paper: PaperDoc): Extensions {
  const { published, mode, strings, awareness } = options;
  const language = published.language;
  const ids = baseIds(published);
  return [
    Root,
    Characters,
    ClauseNode.configure({ language }),
    TableNode.configure({ language }),
    TableRowNode,
    TableCellNode,
    BreakNode,
    AnchorNode,
    ...markExtensions,
    Collaboration.configure({
      fragment: paper.doc.getXmlFragment("text"),
      yUndoOptions: { protectedNodes: new Set(blockNames) },
    }),
    narrowEdits,
    ...(awareness ? [presence(awareness)] : []),
    wrap("structure", 800, () => [keysPlugin(ids), cellsPlugin(), pastePlugin(ids), guardPlugin(ids)]),
    wrap("composition", 750, () => [
      compositionPlugin({
        begin: () => {
          paper.hold(longestHold);
          awareness?.setLocalStateField("composing", true);
        },
        end: () => {
          paper.release();
          awareness?.setLocalStateField("composing", false);
        },
      }),
    ]),
    wrap("undo", 740, () => [undoPlugin()]),
    wrap("redline", 700, () => [
      redlinePlugin({ published, mode, strings, onState: (state) => options.onState(state) }),
    ]),
  ];
}

function wrap(name: string, priority: number, plugins: () => Plugin[]): Extension {
  return Extension.create({ name, priority, addProseMirrorPlugins: plugins });
}
