import type { Text } from "@plenary/document";
import { type DraftEditorOptions, createDraftEditor } from "@plenary/editor";
import { createPlainPaper } from "@plenary/editor/plainPaper";
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

/** The paper of a draft, or the same editor without redline, carets, threads and notes. */
export type Kind = "redline" | "plain";

/** A paper on the page. */
export interface Opened {
  readonly view: EditorView;
  close(): void;
}

/** Opens a paper as the page of the conference does. */
export function openPaper(
  kind: Kind,
  { doc, awareness, published }: { doc: Y.Doc; awareness: Awareness; published: Text },
): Opened {
  const element = document.createElement("div");
  document.body.append(element);
  const options: DraftEditorOptions = {
    element,
    doc,
    awareness: kind === "plain" ? null : awareness,
    user: { id: "u1", name: "Ada", group: "ONE", color: "#336699" },
    published,
    editable: true,
    mode: "marked",
    structure: {
      run: () => Promise.resolve(null),
      onInsert: () => undefined,
      onEdge: () => undefined,
      onPasteRefused: () => undefined,
    },
    strings: { paper: "Draft", movedFrom: (place) => place, movedTo: (place) => place },
    onState: () => undefined,
  };
  const made = kind === "plain" ? createPlainPaper(options) : createDraftEditor(options);
  const dom: Element & { editor?: { view: EditorView } } = element.querySelector(".ProseMirror")!;
  return {
    view: dom.editor!.view,
    close: () => {
      made.destroy();
      element.remove();
    },
  };
}
