import { Extension } from "@tiptap/core";
import type { Fragment, Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { ReplaceStep, type Step } from "@tiptap/pm/transform";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { isRemote } from "../redline/redlinePlugin.ts";
import { writeOwnClauses } from "./ownClauses.ts";

/** An own step, and the page that it was made on. */
interface Edit {
  readonly step: Step;
  readonly doc: Node;
}

interface Sync {
  readonly type: Y.XmlFragment;
  readonly doc: Y.Doc;
  readonly addToHistory: boolean;
  readonly binding: { mux(write: () => void): void; readonly mapping: Map<unknown, Node | Node[]> } | null;
}

const key = new PluginKey<readonly Edit[]>("exactEdits");

/**
 * Writes own words into the live draft where they were typed. The binding compares the words of a clause before and
 * after, and takes a letter before an equal one as typed behind it, so that the wrong one of two would be called new;
 * what is written here, ahead of it, it finds done. What else changes inside clauses outside of tables, formatting and breaks, is written
 * here too (see {@link writeOwnClauses}); blocks that come and go are the binding's. Stands before its own plugins.
 */
export const exactEdits: Extension = Extension.create({
  name: "exactEdits",
  priority: 1150,
  addProseMirrorPlugins: () => [
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
          const { mapping } = sync.binding;
          sync.binding.mux(() =>
            sync.doc.transact((tr) => {
              tr.meta.set("addToHistory", sync.addToHistory);
              edits.every((edit) => write(sync.type, edit));
              writeOwnClauses(sync.type, before.doc, view.state.doc, mapping);
            }, ySyncPluginKey),
          );
        },
      }),
    }),
  ],
});

/** Writes a step that changes characters alone, within one text; false, and nothing written, for any other. */
function write(fragment: Y.XmlFragment, { step, doc }: Edit): boolean {
  if (!(step instanceof ReplaceStep)) return false;
  const { from, to, slice } = step;
  const $from = doc.resolve(from);
  // In a table the binding would keep the cell's words as they were: it looks no deeper than the table for what is done.
  if ($from.depth !== 1 || $from.parent.type.name !== "clause" || !$from.sameParent(doc.resolve(to))) return false;
  if (slice.openStart + slice.openEnd > 0 || !isCharacters(slice.content)) return false;
  const element = fragment.get($from.index(0));
  const place = placeOf($from.parent, $from.parentOffset, to - from);
  const text = element instanceof Y.XmlElement && place ? element.get(place.child) : null;
  if (!place || !(text instanceof Y.XmlText) || charactersIn(text) !== place.said) return false;
  const removed = place.said.slice(place.at, place.at + to - from);
  const inserted = slice.content.textBetween(0, slice.content.size);
  // A letter typed over others is new, whatever they said; longer words keep what they share with those.
  const { start, end } = inserted.length > 1 ? common(removed, inserted) : { start: 0, end: 0 };
  const gone = removed.length - start - end;
  if (gone > 0) text.delete(place.at + start, gone);
  if (inserted.length > start + end) text.insert(place.at + start, inserted.slice(start, inserted.length - end));
  return true;
}

function isCharacters(content: Fragment): boolean {
  return content.content.every(({ isText }) => isText);
}

/** Which child of the live clause holds a range of characters, all that it says, and where in it the range begins. */
function placeOf(clause: Node, offset: number, length: number): { child: number; said: string; at: number } | null {
  let child = -1;
  let start = 0;
  let said = "";
  const holds = (): boolean => said !== "" && start <= offset && offset + length <= start + said.length;
  for (let i = 0, at = 0; i < clause.childCount; at += clause.child(i++).nodeSize) {
    const { isText, text = "" } = clause.child(i);
    if (isText && said !== "") {
      said += text;
      continue;
    }
    if (holds()) break;
    child++;
    start = at;
    said = isText ? text : "";
  }
  return holds() ? { child, said, at: offset - start } : null;
}

function charactersIn(text: Y.XmlText): string {
  return Y.getTypeChildren(text)
    .map(({ deleted, content }) => (!deleted && content instanceof Y.ContentString ? content.str : ""))
    .join("");
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
