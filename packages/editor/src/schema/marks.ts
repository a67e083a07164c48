import { Mark } from "@tiptap/core";
import type { Mark as MarkName } from "@plenary/document";
import { paperKeys } from "../command/paperKeys.ts";

/** The five marks of a clause's words; on input they come from the usual elements and styles. */
export const markExtensions = [
  mark("bold", "strong", ["strong", "b"], "font-weight", /^(bold(er)?|[6-9]\d\d)$/),
  mark("italic", "em", ["em", "i"], "font-style", /^italic$/),
  mark("underline", "u", ["u"], "text-decoration", /underline/),
  mark("subscript", "sub", ["sub"], "vertical-align", /^sub$/),
  mark("superscript", "sup", ["sup"], "vertical-align", /^super$/),
];

function mark(name: MarkName, tag: string, tags: readonly string[], style: string, value: RegExp) {
  return Mark.create({
    name,
    // Itself too: of a mark that may stand twice the live draft keeps a name that nobody else reads.
    ...(name.endsWith("script") ? { excludes: "subscript superscript" } : {}),
    parseHTML: () => [
      ...tags.map((one) => ({
        tag: one,
        getAttrs: (element: HTMLElement) => (one === "b" && element.style.fontWeight === "normal" ? false : null),
      })),
      { style, getAttrs: (given: string) => (value.test(given) ? null : false) },
    ],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return Object.fromEntries(paperKeys[name].map((key) => [key, () => this.editor.commands.toggleMark(name)]));
    },
  });
}
