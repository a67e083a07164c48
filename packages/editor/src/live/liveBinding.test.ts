// @vitest-environment happy-dom
import type { Node } from "@tiptap/pm/model";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { caret, type } from "../testing/drive.ts";
import { openDraft } from "../testing/openDraft.ts";

/** Each block of the live draft with the node that the binding keeps for it, and the node on the page. */
function pairs(type: Y.XmlFragment, page: Node, kept: Map<unknown, unknown>): [unknown, Node][] {
  return type.toArray().flatMap((part, i): [unknown, Node][] => {
    if (!(part instanceof Y.XmlElement)) return [];
    const node = page.child(i);
    return [[kept.get(part), node], ...pairs(part, node, kept)];
  });
}

it("the page is made once: the binding keeps the very nodes that stand on it, in tables too, and goes on from them", () => {
  const draft = openDraft();
  const sync: { readonly type: Y.XmlFragment; readonly binding: { readonly mapping: Map<unknown, unknown> } } =
    ySyncPluginKey.getState(draft.view.state);
  const found = pairs(sync.type, draft.view.state.doc, sync.binding.mapping);
  expect(found.length).toBeGreaterThan(draft.view.state.doc.childCount);
  expect(found.filter(([kept, node]) => kept !== node)).toEqual([]);
  caret(draft, "c4", 4);
  type(draft, "sea ");
  expect(draft.state().current.clauses.find(({ id }) => id === "c4")?.content).toEqual([
    { type: "text", text: "the sea needs of small harbours;" },
  ]);
  draft.editor.destroy();
});
