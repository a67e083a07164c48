import type { ClauseRange } from "@plenary/collab";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { redlineKey } from "../redline/redlinePlugin.ts";

/** What the paper shows of a thread: at a clause, and at words of it where the range is not empty. */
export interface ThreadMark extends ClauseRange {
  readonly id: string;
  /** Whether it is lit up, as when the thread is open beside the paper. */
  readonly lit: boolean;
}

const threadsKey = new PluginKey<DecorationSet>("threads");

/** Marks the words that threads are about, and the clauses that have threads; `onThread` hears which are clicked. */
export function threadsPlugin(onThread: (ids: readonly string[]) => void): Plugin<DecorationSet> {
  let marks: readonly ThreadMark[] = [];
  return new Plugin<DecorationSet>({
    key: threadsKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set, _before, state) {
        const given: readonly ThreadMark[] | undefined = tr.getMeta(threadsKey);
        if (given) {
          marks = given;
          return draw(state, given);
        }
        return tr.docChanged ? set.map(tr.mapping, tr.doc) : set;
      },
    },
    props: {
      decorations: (state) => threadsKey.getState(state),
      handleClick(_view, _pos, event) {
        const ids = clicked(event, marks);
        if (ids.length > 0) onThread(ids);
        return false;
      },
    },
  });
}

/** Shows these marks instead of those before. */
export function markThreads(view: EditorView, marks: readonly ThreadMark[]): void {
  view.dispatch(view.state.tr.setMeta(threadsKey, marks).setMeta("addToHistory", false));
}

/** The part of the selection that is in the clause in which it begins, empty for a caret; null outside of clauses. */
export function selectedRange(state: EditorState): ClauseRange | null {
  const { $from, $to } = state.selection;
  if ($from.parent.type.name !== "clause") return null;
  const start = $from.before();
  const here = redlineKey.getState(state)?.reading.alignment.drawings.find(({ block }) => block.pos === start);
  const clause = here && !here.gone ? here.entry?.current?.id : here?.entry?.base?.id;
  if (clause === undefined) return null;
  const to = $to.sameParent($from) ? $to.parentOffset : $from.parent.content.size;
  return { clause, from: $from.parentOffset, to };
}

function draw(state: EditorState, marks: readonly ThreadMark[]): DecorationSet {
  const drawings = redlineKey.getState(state)?.reading.alignment.drawings ?? [];
  const byClause = Map.groupBy(marks, ({ clause }) => clause);
  const decorations = drawings.flatMap(({ block, entry, gone }) => {
    const id = gone ? entry?.base?.id : entry?.current?.id;
    const here = id === undefined ? [] : (byClause.get(id) ?? []);
    if (id === undefined || here.length === 0) return [];
    // A clause may be on the page twice, once emptied: the first place has the marks.
    byClause.delete(id);
    const { pos, node } = block;
    const size = node.content.size;
    const lit = here.some((mark) => mark.lit) ? " talk-lit" : "";
    const whole = Decoration.node(pos, pos + node.nodeSize, { class: `talk${lit}`, "data-talk": String(here.length) });
    const words = here
      .filter(({ from, to }) => from < to && to <= size)
      .map((mark) => {
        const name = mark.lit ? "talk-words talk-lit" : "talk-words";
        return Decoration.inline(pos + 1 + mark.from, pos + 1 + mark.to, { class: name, "data-thread": mark.id });
      });
    return [whole, ...words];
  });
  return DecorationSet.create(state.doc, decorations);
}

/** The threads of the words that were clicked, or of the clause when it was its mark in the margin. */
function clicked(event: MouseEvent, marks: readonly ThreadMark[]): readonly string[] {
  if (!(event.target instanceof HTMLElement)) return [];
  const words = event.target.closest("[data-thread]")?.getAttribute("data-thread");
  if (words) return [words];
  const clause = event.target.closest<HTMLElement>("[data-talk]");
  if (!clause) return [];
  const { left, right } = clause.getBoundingClientRect();
  const outside = getComputedStyle(clause).direction === "rtl" ? event.clientX < left : event.clientX > right;
  return outside ? marks.filter((mark) => mark.clause === clause.dataset["id"]).map(({ id }) => id) : [];
}
