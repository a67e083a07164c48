import type { DraftEditorOptions } from "./draftEditorOptions.ts";
import { extensions } from "./extensions.ts";
import { paperDoc } from "./live/paperDoc.ts";
import { readCaret } from "./caret/readCaret.ts";
import { paperEditor } from "./paperEditor.ts";
import { redlinePlugin } from "./redline/redlinePlugin.ts";

/** What draws on the paper beside the text itself. */
const drawing: ReadonlySet<string> = new Set(["redline", "presence", "notes", "threads"]);

/** The same editor without redline, carets, notes and threads: what typing with them is measured against. */
export function createPlainPaper(options: DraftEditorOptions): { destroy(): void } {
  const paper = paperDoc(options.doc, () => {
    if (editor) readCaret(editor.view);
  });
  const nothing = () => undefined;
  const all = extensions(options, paper, redlinePlugin(options), {
    actions: () => null,
    undo: nothing,
    redo: nothing,
    suppress: nothing,
    restore: nothing,
    onInsert: nothing,
    awaited: { clause: null },
  });
  let editor: ReturnType<typeof paperEditor> | null = null;
  editor = paperEditor(
    options,
    paper,
    all.filter(({ name }) => !drawing.has(name)),
  );
  return {
    destroy: () => {
      editor.destroy();
      paper.destroy();
    },
  };
}
