import { afterEach } from "vitest";
import { laws } from "./laws.ts";
import { type OpenDraft, openDraft } from "./openDraft.ts";

/** What opens the papers of a test file: after each test the laws of every page hold on them, and they are closed. */
export function lawfulPapers(): typeof openDraft {
  const open: OpenDraft[] = [];
  afterEach(() => {
    for (const draft of open.splice(0)) {
      laws(draft);
      draft.editor.destroy();
      draft.element.remove();
    }
  });
  return (...given) => {
    const draft = openDraft(...given);
    open.push(draft);
    return draft;
  };
}
