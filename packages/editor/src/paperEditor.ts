import { direction } from "@plenary/document";
import { Editor, type Extensions } from "@tiptap/core";
import type { EditorProps } from "@tiptap/pm/view";
import type { DraftEditorOptions } from "./draftEditorOptions.ts";
import type { PaperDoc } from "./live/paperDoc.ts";

/** The text field of a paper: what its draft says, in the element; `first` decorates it until the plugins are there. */
export function paperEditor(
  { element, editable, published, strings }: DraftEditorOptions,
  { doc, nodes }: PaperDoc,
  extensions: Extensions,
  first?: EditorProps["decorations"],
): Editor {
  const fragment = doc.getXmlFragment("text");
  element.classList.add("paper");
  // Its margins are those of the text, whichever way the page around it runs.
  element.dir = direction(published.language);
  return new Editor({
    element,
    editable,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, drop: false, paste: false, delete: false, textDirection: false },
    // Read once, with the binding told which node stands for what: it would else make the whole page anew at its start.
    onBeforeCreate: ({ editor }) => {
      // A node is taken as it is, though the type does not say so.
      Object.assign(editor.options, { content: nodes.page(fragment, editor.schema) });
    },
    extensions,
    editorProps: {
      ...(first ? { decorations: first } : {}),
      attributes: {
        class: "paper-text",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": strings.paper,
        // The browser spells by the language of the text, not of the page around it.
        lang: published.language,
        spellcheck: "true",
      },
    },
  });
}
