import type { ClauseRange } from "@plenary/collab";
import type { Clause, Mark, Text } from "@plenary/document";
import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import { type StructureActions, structureActions } from "./command/actions.ts";
import { type UndoOrder, undoOrder } from "./command/undoOrder.ts";
import { basePaper } from "./basePaper.ts";
import { deepClauses } from "./deepClauses.ts";
import type { DraftEditorOptions } from "./draftEditorOptions.ts";
import type { DisplayMode } from "./draftState.ts";
import { extensions } from "./extensions.ts";
import { type ClauseEdit, editClause } from "./editClause.ts";
import { goTo } from "./goTo.ts";
import { oneStep } from "./live/oneStep.ts";
import { paperDoc } from "./live/paperDoc.ts";
import { paperEditor } from "./paperEditor.ts";
import { readCaret } from "./caret/readCaret.ts";
import { type PaperNote, orderNotes } from "./notesPlugin.ts";
import { firstDecorations, orderRedline, redlineKey, redlinePlugin } from "./redline/redlinePlugin.ts";
import { writeContent } from "./schema/writeContent.ts";
import { baseIds } from "./structure/baseIds.ts";
import { type NewClause, openClause } from "./structure/openClause.ts";
import { takeOut } from "./structure/takeOut.ts";
import { type ThreadMark, markThreads, selectedRange } from "./threads/threadsPlugin.ts";

/** The paper of one draft. Once it is destroyed, what sets something on it does nothing. */
export interface DraftEditor extends StructureActions {
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
  /** Shows where threads hang. */
  setThreads(marks: readonly ThreadMark[]): void;
  /** What is selected of the clause in which the selection begins, empty for a caret; null outside of clauses. */
  selected(): ClauseRange | null;
  /** Brings a clause to the middle of the screen, or the words of the thread if they are marked; false when neither is there. */
  show(clauseId: string, thread?: string): boolean;
  /** Opens an added clause below the caret; without `given` it continues the list around it. */
  insertClause(given?: Partial<NewClause>): void;
  /** Deletes the words of the clause, which suppresses a published one and takes an added one out. */
  suppress(clauseId: string): void;
  /** Gives a published clause its published words back, where its place is still on the paper. */
  restore(clauseId: string): void;
  /**
   * Edits the words of a clause as if typed, in one step; false, and nothing done, when it no longer says `said` (flat).
   */
  editClause(clauseId: string, said: string, edits: readonly ClauseEdit[]): boolean;
  /** Notes words on the paper, in place of those noted before. */
  setNotes(notes: readonly PaperNote[]): void;
  toggleMark(mark: Mark): void;
  focus(): void;
  /** Where the caret is in the window, in pixels. */
  caretBox(): { readonly left: number; readonly top: number; readonly bottom: number };
  /** Takes back one's own last edit or command; nobody else's words go with it. */
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
  awareness?.setLocalStateField("user", { ...options.user });
  let mode = options.mode;
  let editable = options.editable;
  let base: HTMLElement | null = null;
  const ids = baseIds(published);
  const awaited: { clause: string | null } = { clause: null };
  let actions: StructureActions | null = null;
  let order: UndoOrder | null = null;

  const redline = redlinePlugin(options);
  const editor = paperEditor(
    options,
    paper,
    extensions(options, paper, redline, {
      actions: () => actions,
      undo: () => order?.undo(),
      redo: () => order?.redo(),
      suppress: (clause) => rewrite(clause, null),
      restore: (clause) => restore(clause),
      onInsert: () => options.structure.onInsert(),
      awaited,
    }),
    firstDecorations(redline),
  );

  shown = editor.view;

  const show = () => {
    if (editor.isDestroyed) return;
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
    const node = editor.state.doc.nodeAt(place.block.pos);
    if (!clause && node && !ids.has(String(node.attrs["id"])))
      editor.view.dispatch(takeOut(editor.state.tr, place.block.pos, node));
  };
  const restore = (clauseId: string) => {
    const clause = deepClauses(published.clauses).find(({ id }) => id === clauseId);
    if (clause) rewrite(clauseId, clause);
  };

  const { undoManager: manager }: { undoManager: Y.UndoManager } = yUndoPluginKey.getState(editor.state);
  const commands = undoOrder({
    manager,
    current: () => redlineKey.getState(editor.state)?.draft.current ?? published,
    run: (command) => options.structure.run(command),
  });
  order = commands;
  const able = structureActions({
    view: editor.view,
    base: ids,
    published,
    edit: (edit) => {
      if (editable) oneStep(editor.view, () => edit(paper.doc));
    },
    run: (command) => commands.run(command),
    await: (clause) => {
      awaited.clause = clause;
    },
  });
  actions = able;

  const draw = (orders: Parameters<typeof orderRedline>[1]) => {
    if (!editor.isDestroyed) orderRedline(editor.view, orders);
  };

  return {
    ...able,
    setMode: (next) => {
      mode = next;
      show();
      draw({ mode });
    },
    setFormatting: (formatting) => draw({ formatting }),
    setEditable: (next) => {
      editable = next;
      show();
    },
    setAgreed: (agreed) => draw({ agreed }),
    setActive: (lit) => {
      if (!editor.isDestroyed && redlineKey.getState(editor.state)?.lit !== lit) draw({ lit });
    },
    goTo: (identity) => goTo(editor.view, identity),
    setThreads: (marks) => {
      if (!editor.isDestroyed) markThreads(editor.view, marks);
    },
    selected: () => {
      readCaret(editor.view);
      return selectedRange(editor.state);
    },
    show: (clauseId, thread) => {
      const find = (name: string, value: string) => editor.view.dom.querySelector(`[${name}="${CSS.escape(value)}"]`);
      const there = (thread === undefined ? null : find("data-thread", thread)) ?? find("data-id", clauseId);
      there?.scrollIntoView({ block: "center", behavior: "auto" });
      return there !== null;
    },
    insertClause: (given) => {
      readCaret(editor.view);
      editor.view.dispatch(openClause(editor.state, given));
      editor.view.focus();
    },
    suppress: (clauseId) => {
      rewrite(clauseId, null);
      editor.view.focus();
    },
    restore: (clauseId) => {
      restore(clauseId);
      editor.view.focus();
    },
    editClause: (clauseId, said, edits) => editable && editClause(editor.view, clauseId, said, edits),
    setNotes: (notes) => {
      if (!editor.isDestroyed) orderNotes(editor.view, notes);
    },
    toggleMark: (mark) => {
      readCaret(editor.view);
      editor.chain().focus().toggleMark(mark).run();
    },
    focus: () => editor.view.focus(),
    caretBox: () => editor.view.coordsAtPos(editor.state.selection.head),
    undo: () => commands.undo(),
    redo: () => commands.redo(),
    destroy: () => {
      commands.destroy();
      element.removeEventListener("mouseover", hover);
      element.removeEventListener("mouseleave", hover);
      editor.destroy();
      paper.destroy();
      base?.remove();
      element.classList.remove("paper");
    },
  };
}
