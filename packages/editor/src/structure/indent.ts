import { type Language, parseLabel, sampleOf } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { kindOf } from "../schema/blocks.ts";
import { clauseDepth } from "./openClause.ts";

/** The deepest level that a command makes. */
const deepest = 3;

/**
 * Sets the clause at the caret one level deeper or less deep, with a label of the list that it comes to stand in.
 * Null where that can't be: at the outermost or deepest level, and for what has no level, as a title.
 */
export function indent(state: EditorState, step: 1 | -1, language: Language): Transaction | null {
  const { $head } = state.selection;
  const depth = clauseDepth($head);
  if (depth === null) return null;
  const node = $head.node(depth);
  const kind = kindOf(node.attrs["kind"]);
  const level = levelOf(node) + step;
  if (!["item", "paragraph", "heading"].includes(kind) || level < 0 || level > deepest) return null;
  const pos = $head.before(depth);
  const own = labelOf(node);
  const style = sampleAt(state, level) ?? (step === 1 ? under(own ?? "", language) : own);
  const label = kind === "item" && own !== null ? style : own;
  return state.tr.setNodeMarkup(pos, null, { ...node.attrs, level, label });
}

/** The level and the label's style of the list around the caret, of the nearest item above; level 0 without one. */
export function listSample(state: EditorState): { readonly level: number; readonly label: string | null } {
  const { above, below: next } = siblings(state, true);
  const item = above.find((node) => isItem(node)) ?? next.find((node) => isItem(node));
  const inList = above.findIndex((node) => ends(node));
  const near = item && (inList === -1 || above.indexOf(item) < inList || next.includes(item)) ? item : undefined;
  const label = near && labelOf(near);
  return { level: near ? levelOf(near) : 0, label: label ? sampleOf(label) : null };
}

/** The style of a label for an item one level deeper than that one. */
export function childSample(state: EditorState, level: number, parent: string | null, language: Language): string {
  return sampleAt(state, level) ?? under(parent ?? "1", language);
}

/** What is printed under a list of that style where the text has no example of it. */
function under(parent: string, language: Language): string {
  const family = parseLabel(parent)?.family;
  if (family === "digit" || family === "han") return language === "ar" ? "أ )" : "a)";
  // A sample that can be no letter.
  return family === "letter" || family === "cyrillic" || family === "abjad" ? "iv)" : "–";
}

/** The style of the nearest item of that level in the list that the caret is in. */
function sampleAt(state: EditorState, level: number): string | null {
  const { above, below: next } = siblings(state, false);
  for (const nodes of [above, next]) {
    for (const node of nodes) {
      if (ends(node) || (isItem(node) && levelOf(node) < level)) break;
      const label = labelOf(node);
      if (isItem(node) && levelOf(node) === level && label !== null) return sampleOf(label);
    }
  }
  return null;
}

/** The clauses around the caret's, nearest first, its own among those above when asked. */
function siblings(state: EditorState, own: boolean): { readonly above: Node[]; readonly below: Node[] } {
  const { $head } = state.selection;
  const depth = clauseDepth($head);
  if (depth === null) return { above: [], below: [] };
  const parent = $head.node(depth - 1);
  const at = $head.index(depth - 1);
  const all = Array.from({ length: parent.childCount }, (_, i) => parent.child(i));
  return { above: all.slice(0, own ? at + 1 : at).toReversed(), below: all.slice(at + 1) };
}

function isItem(node: Node): boolean {
  return node.type.name === "clause" && kindOf(node.attrs["kind"]) === "item";
}

/** Whether a list ends at this node: a call, a heading or a title. */
function ends(node: Node): boolean {
  return node.type.name === "clause" && !["item", "paragraph"].includes(kindOf(node.attrs["kind"]));
}

function levelOf({ attrs }: Node): number {
  const level: unknown = attrs["level"];
  return typeof level === "number" ? level : 0;
}

function labelOf({ attrs }: Node): string | null {
  const label: unknown = attrs["label"];
  return typeof label === "string" ? label : null;
}
