import { readContent } from "@plenary/collab";
import { flatten } from "@plenary/document";
import { Extension } from "@tiptap/core";
import type { Fragment, Node, ResolvedPos } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { ReplaceStep, type Step } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { isRemote } from "../redline/redlinePlugin.ts";
import { readContent as readNode } from "../schema/readBlocks.ts";
import type { PageNodes } from "./pageNodes.ts";
import { writePage } from "./writePage.ts";

/** An own step, and the page that it was made on. */
interface Edit {
  readonly step: Step;
  readonly doc: Node;
}

interface Sync {
  readonly doc: Y.Doc;
  readonly addToHistory: boolean;
  readonly binding: { mux(write: () => void): void } | null;
}

const key = new PluginKey<readonly Edit[]>("exactEdits");

/**
 * Writes what a person does into the live draft, ahead of the binding, which then finds it done: letters where they were
 * typed, all else by {@link writePage}. The binding compares the words of a clause before and after, and takes a letter
 * before an equal one as typed behind it, so that the wrong one of two would be called new; and it would delete texts and
 * make them anew, with what another person writes there meanwhile. Stands before its own plugins.
 */
export const exactEdits: Extension<{ readonly fragment: Y.XmlFragment; readonly nodes: PageNodes }> = Extension.create({
  name: "exactEdits",
  priority: 1150,
  addProseMirrorPlugins() {
    const { fragment, nodes } = this.options;
    return [
      new Plugin<readonly Edit[]>({
        key,
        state: {
          init: () => [],
          apply(tr, edits) {
            const before = tr.getMeta("appendedTransaction") ? edits : [];
            return isRemote(tr) ? [] : [...before, ...tr.steps.map((step, i) => ({ step, doc: tr.docs[i]! }))];
          },
        },
        view: () => ({
          update(view, before) {
            const edits = key.getState(view.state) ?? [];
            const sync: Sync | undefined = ySyncPluginKey.getState(view.state);
            if (view.state.doc === before.doc || edits.length === 0 || !sync?.binding) return;
            sync.binding.mux(() =>
              sync.doc.transact((tr) => {
                tr.meta.set("addToHistory", sync.addToHistory);
                edits.every((edit) => write(fragment, edit));
                writePage(fragment, before.doc, view.state.doc, nodes);
              }, ySyncPluginKey),
            );
          },
        }),
      }),
    ];
  },
});

/** Writes a step that changes characters alone, within one text; false, and nothing written, for any other. */
function write(fragment: Y.XmlFragment, { step, doc }: Edit): boolean {
  if (!(step instanceof ReplaceStep)) return false;
  const { from, to, slice } = step;
  const $from = doc.resolve(from);
  if ($from.parent.type.name !== "clause" || !$from.sameParent(doc.resolve(to))) return false;
  if (slice.openStart + slice.openEnd > 0 || !isCharacters(slice.content)) return false;
  const element = elementAt(fragment, $from);
  const said = flatten(readNode($from.parent));
  if (!element || flatten(readContent(element)) !== said) return false;
  const { parentOffset } = $from;
  const place = placeIn(element, parentOffset, to - from);
  if (!place) return false;
  const { text, at } = place;
  const removed = said.slice(parentOffset, parentOffset + to - from);
  const inserted = slice.content.textBetween(0, slice.content.size);
  // A letter typed over others is new, whatever they said; longer words keep what they share with those.
  const { start, end } = inserted.length > 1 ? common(removed, inserted) : { start: 0, end: 0 };
  const gone = removed.length - start - end;
  if (gone > 0) text.delete(at + start, gone);
  if (inserted.length > start + end) text.insert(at + start, inserted.slice(start, inserted.length - end));
  return true;
}

function isCharacters(content: Fragment): boolean {
  return content.content.every(({ isText }) => isText);
}

/** The element of the block that a position is in: the live draft's parts stand as the blocks of the page do. */
function elementAt(fragment: Y.XmlFragment, $pos: ResolvedPos): Y.XmlElement | null {
  let element: Y.XmlFragment = fragment;
  for (let depth = 0; depth < $pos.depth; depth++) {
    const child = element.length > $pos.index(depth) ? element.get($pos.index(depth)) : null;
    if (!(child instanceof Y.XmlElement)) return null;
    element = child;
  }
  return element instanceof Y.XmlElement ? element : null;
}

/** Which text of a clause holds a range of its flat content, and where in it that begins; null for none. */
function placeIn(element: Y.XmlElement, from: number, length: number): { text: Y.XmlText; at: number } | null {
  let start = 0;
  for (const child of element.toArray()) {
    const size = child instanceof Y.XmlText ? child.length : 1;
    if (child instanceof Y.XmlText && start <= from && from + length <= start + size)
      return { text: child, at: from - start };
    start += size;
  }
  return null;
}

/** How many units two strings have in common at the start, and of the rest at the end; no character is cut in two. */
function common(one: string, other: string): { start: number; end: number } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  if (start > 0 && /[\uD800-\uDBFF]/.test(one[start - 1]!)) start--;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  if (end > 0 && /[\uDC00-\uDFFF]/.test(one.at(-end)!)) end--;
  return { start, end };
}
