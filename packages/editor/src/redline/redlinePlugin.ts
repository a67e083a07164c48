import type { Text } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "@tiptap/pm/state";
import type { EditorProps, EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type { DisplayMode, DraftState, EditorStrings } from "../draftState.ts";
import { readCaret } from "../caret/readCaret.ts";
import { changeAtCaret } from "./changeAtCaret.ts";
import { pageEdit } from "./changedRange.ts";
import { changesWithin } from "./changesWithin.ts";
import { type Drawn, drawAll, redraw } from "./draw/decorate.ts";
import { type DraftReading, draftReader } from "./draftReader.ts";
import type { Ink } from "./draw/drawBlock.ts";
import { quick } from "./draw/blockSet.ts";

/** What the redline plugin keeps for a page. */
export interface RedlineState {
  readonly reading: DraftReading;
  readonly drawn: Drawn;
  readonly draft: DraftState;
  readonly agreed: Text | null;
  readonly mode: DisplayMode;
  /** Whether changes of formatting are in view. */
  readonly formatting: boolean;
  /** The identity of the change to light up beside the one at the caret; null for none. */
  readonly lit: string | null;
  /** A position in the clause where an input method composes, which is drawn once that is done; null for none. */
  readonly composing: number | null;
  /** Whether somebody has put the caret anywhere: where it is before that is nobody's choice, and no change is active. */
  readonly placed: boolean;
}

/** An order to the plugin, as a transaction's meta. */
export type RedlineOrder = Partial<Pick<RedlineState, "agreed" | "mode" | "formatting" | "lit">> & {
  /** Whether an input method composes at the caret. */
  readonly composing?: boolean;
};

/** What the plugin is made of. */
export interface RedlineOptions {
  readonly published: Text;
  readonly mode: DisplayMode;
  readonly strings: EditorStrings;
  onState(state: DraftState): void;
}

export const redlineKey = new PluginKey<RedlineState>("redline");

/** The one plugin that decorates the paper, and computes the draft's state for the page around it. */
export function redlinePlugin(options: RedlineOptions): Plugin<RedlineState> {
  const read = draftReader(options.published);

  let first: { readonly doc: Node; readonly shown: RedlineState } | null = null;

  const begin = (state: EditorState): RedlineState => {
    if (first?.doc === state.doc) return first.shown;
    const reading = read(state.doc, null);
    const draft = draftState(reading, state, null, false);
    const rest = { agreed: null, mode: options.mode, formatting: true, lit: null, composing: null, placed: false };
    const drawn = drawAll(state.doc, reading.alignment, ink(options, rest, reading, draft));
    first = { doc: state.doc, shown: { ...rest, reading, draft, drawn } };
    return first.shown;
  };
  const init = (state: EditorState): RedlineState => {
    const begun = begin(state);
    first = null;
    return begun;
  };

  const apply = (tr: Transaction, last: RedlineState, state: EditorState): RedlineState => {
    const order: RedlineOrder | undefined = tr.getMeta(redlineKey);
    if (!tr.docChanged && !tr.selectionSet && !order) return last;
    const edit = pageEdit(tr);
    const at = last.composing === null ? null : (edit?.mapping.map(last.composing, -1) ?? last.composing);
    if (at !== null && tr.docChanged && tr.getMeta("composition") !== undefined) {
      // The browser owns the text being composed: decorations only move along until it is done.
      const set = edit ? quick(last.drawn.set.map(edit.mapping, tr.doc)) : last.drawn.set;
      return { ...last, drawn: { ...last.drawn, set }, composing: at };
    }
    const { agreed, mode, formatting, lit } = { ...last, ...order };
    const composing = order?.composing === true ? state.selection.head : order?.composing === false ? null : at;
    const changed = edit !== null || last.composing !== null || agreed !== last.agreed;
    const reading = changed ? read(state.doc, agreed) : last.reading;
    const placed = last.placed || (!isRemote(tr) && (tr.selectionSet || tr.docChanged));
    const draft = draftState(reading, state, last.draft, placed);
    const now = { agreed, mode, formatting, lit };
    const brush = ink(options, now, reading, draft);
    const drawn = redraw(last.drawn, state.doc, edit, reading.alignment, brush, { now: composing, before: at });
    return { ...now, reading, draft, drawn, composing, placed };
  };

  return new Plugin<RedlineState>({
    key: redlineKey,
    state: { init: (_config, state) => init(state), apply: (tr, last, _before, state) => apply(tr, last, state) },
    props: {
      decorations: (state) => (redlineKey.getState(state) ?? begin(state)).drawn.set,
    },
    view: (view) => {
      let told: DraftState | null = null;
      const tell = () => {
        const now = redlineKey.getState(view.state)?.draft;
        if (!now || now === told) return;
        told = now;
        options.onState(now);
      };
      tell();
      return { update: tell };
    },
  });
}

/**
 * What a redline plugin decorates on a page that has no plugins yet, for the first time that it is drawn: it would be
 * drawn without decorations, and once more with them.
 */
export function firstDecorations(plugin: Plugin<RedlineState>): NonNullable<EditorProps["decorations"]> {
  return (state) => (redlineKey.getState(state) ? null : plugin.props.decorations?.call(plugin, state));
}

/** Gives the plugin an order, for the selection that the browser has now. */
export function orderRedline(view: EditorView, order: RedlineOrder): void {
  readCaret(view);
  view.dispatch(view.state.tr.setMeta(redlineKey, order).setMeta("addToHistory", false));
}

/** Whether a transaction brings an edit from the live draft: another person's, or one's own undo. */
export function isRemote(tr: Transaction): boolean {
  const meta: { readonly isChangeOrigin?: boolean } | undefined = tr.getMeta(ySyncPluginKey);
  return meta?.isChangeOrigin === true;
}

function draftState(reading: DraftReading, state: EditorState, last: DraftState | null, placed: boolean): DraftState {
  const { $head, from, to } = state.selection;
  const { identityOf } = reading;
  const { redline, states } = reading.draft;
  const start = $head.parent.type.name === "clause" ? $head.before() : null;
  const here = start === null ? undefined : reading.alignment.drawings.find(({ block }) => block.pos === start);
  const change = here && placed ? changeAtCaret(here, $head.parentOffset) : null;
  const active = change && identityOf(change);
  const within = from === to ? [] : changesWithin(reading.alignment.drawings, from, to);
  const touched = within.map(identityOf);
  const selected = last !== null && last.selected.join("\n") === touched.join("\n") ? last.selected : touched;
  const clause = here?.entry ? (((here.gone ? null : here.entry.current) ?? here.entry.base)?.id ?? null) : null;
  const known = last !== null && last.redline === redline && last.states === states && last.selected === selected;
  if (known && last.active === active && last.clause === clause) return last;
  return { ...reading.draft, active, clause, selected };
}

function ink(
  { strings, published }: RedlineOptions,
  { mode, formatting, lit }: Pick<RedlineState, "mode" | "formatting" | "lit">,
  { identityOf }: DraftReading,
  draft: DraftState,
): Ink {
  const active = new Set([draft.active, lit].filter((id) => id !== null));
  const { current, states } = draft;
  const undecided = draft.pending.base === draft.redline.base;
  return { mode, formatting, strings, published, current, states, undecided, identityOf, active };
}
