import type { EditorView } from "@tiptap/pm/view";
import { yUndoPluginKey } from "@tiptap/y-tiptap";
import type { UndoManager } from "yjs";

/** Does several edits that one undo takes back together, and nothing else with them. */
export function oneStep(view: EditorView, edits: () => void): void {
  const found: { readonly undoManager?: UndoManager } | undefined = yUndoPluginKey.getState(view.state);
  const manager = found?.undoManager;
  if (!manager) {
    edits();
    return;
  }
  const usual = manager.captureTimeout;
  manager.stopCapturing();
  manager.captureTimeout = Number.POSITIVE_INFINITY;
  try {
    edits();
  } finally {
    manager.captureTimeout = usual;
    manager.stopCapturing();
  }
}
