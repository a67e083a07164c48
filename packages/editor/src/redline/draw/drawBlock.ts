import { type Change, type ChangeKind, type ClauseRedline, withoutFormatting } from "@plenary/diff";
import { type Text, flatten } from "@plenary/document";
import { Decoration } from "@tiptap/pm/view";
import type { DisplayMode, EditorStrings } from "../../draftState.ts";
import type { Drawing } from "../drawings.ts";
import { placeOf } from "./place.ts";
import type { ChangeState } from "../states.ts";
import { hiddenParts, tableRows } from "./tableRows.ts";
import { type Look, changeAttributes, deletion, jointMark, label, strayClause } from "./widgets.ts";

/** What drawing needs beside the clause itself. */
export interface Ink {
  readonly mode: DisplayMode;
  /** Whether changes of formatting are in view. */
  readonly formatting: boolean;
  readonly strings: EditorStrings;
  readonly published: Text;
  readonly current: Text;
  readonly states: ReadonlyMap<string, ChangeState>;
  /** Whether every change is pending, as nothing has been agreed. */
  readonly undecided: boolean;
  /** What a change is called for as long as it lives. */
  readonly identityOf: (change: Change) => string;
  /** The identities of the changes to light up. */
  readonly active: ReadonlySet<string>;
}

/** All decorations of one block: its symbol and bar, its label, its words that came and went. */
export function draw({ block, entry: whole, gone, joint }: Drawing, ink: Ink): Decoration[] {
  const entry = whole && !ink.formatting ? withoutFormatting(whole) : whole;
  const { pos, node } = block;
  const end = pos + node.nodeSize;
  const isTable = node.type.name === "table";
  // What was joined to another clause is shown there.
  const joined = gone && entry !== null && entry.current !== null && entry.move === null;
  if (!entry || joined || (gone && ink.mode !== "marked")) {
    return gone ? [Decoration.node(pos, end, { class: "clause-hidden" }, { table: isTable })] : [];
  }
  const id = block.clause.id;
  const labels = isTable
    ? hiddenParts(pos, node)
    : label(pos + 1, id, entry, ink.mode === "marked", lookOf(entry, ["split", "label"], ink));
  if (ink.mode !== "marked") return labels;
  // The view looks at every decoration of a block for every block: an unchanged one has none.
  const plain = entry.symbol === "NOC" && entry.changes.length === 0 && entry.move === null && !gone;
  const clause = plain ? [] : [Decoration.node(pos, end, blockAttributes(entry, gone, ink), { table: isTable })];
  if (isTable) {
    const rows = gone ? [] : tableRows(pos, node, entry, (change) => lookOfChange(change, ink));
    // A set takes those of nodes in their order alone.
    return [...clause, ...[...labels, ...rows].toSorted((one, other) => one.from - other.from)];
  }
  return [
    ...clause,
    ...labels,
    ...words(pos + 1, id, entry, ink),
    ...joint.flatMap((next) => goesOn(pos + 1, end - 1, id, ink.formatting ? next : withoutFormatting(next), ink)),
  ];
}

/** The mark between the pieces of a split, at the end of the first; of a merge also the second's label and words. */
function goesOn(start: number, end: number, id: string, next: ClauseRedline, ink: Ink): Decoration[] {
  const change = next.changes.find(({ kind }) => kind === "split" || kind === "merge");
  if (!change) return [];
  const look = lookOfChange(change, ink);
  if (next.joint === "split") return [jointMark(end, id, "ins", null, look)];
  const mark = jointMark(start + change.fromB, id, "del", next.base?.label ?? null, look);
  return [mark, ...words(start, `${id}+${next.base?.id ?? ""}`, next, ink)];
}

/** The decoration of a clause that has no block, at the position. */
export function drawStray(pos: number, entry: ClauseRedline, ink: Ink): Decoration[] {
  if (ink.mode !== "marked") return [];
  return [strayClause(pos, entry, noteOf(entry, true, ink), lookOf(entry, ["suppress"], ink))];
}

function blockAttributes(entry: ClauseRedline, gone: boolean, ink: Ink): Record<string, string> {
  const whole = lookOf(entry, ["add", "suppress", "move", "kind"], ink);
  const classes = ["clause-changed"];
  if (entry.base === null) classes.push("clause-added");
  if (gone) classes.push(entry.move === "from" ? "clause-ghost" : "clause-suppressed");
  if (whole.active) classes.push("active");
  const note = noteOf(entry, gone, ink);
  const states = new Set(entry.changes.map((change) => stateOf(change, ink)));
  const state = states.has("pending") ? "pending" : "agreed";
  return {
    class: classes.join(" "),
    ...(entry.symbol === "NOC" ? {} : { "data-symbol": entry.symbol }),
    ...(entry.changes.length > 0 ? { "data-state": state } : {}),
    ...(whole.identity === "" ? {} : { "data-change": whole.identity }),
    ...(entry.move ? { "data-move": entry.move } : {}),
    ...(note === null ? {} : { "data-note": note }),
  };
}

function noteOf(entry: ClauseRedline, gone: boolean, ink: Ink): string | null {
  if (entry.move === "to" && entry.base) return ink.strings.movedFrom(placeOf(ink.published, entry.base.id));
  if (!gone || entry.move !== "from" || !entry.base) return null;
  return ink.strings.movedTo(placeOf(ink.current, entry.base.id));
}

function words(start: number, id: string, entry: ClauseRedline, ink: Ink): Decoration[] {
  const out: Decoration[] = [];
  const joint = entry.changes.find(({ kind }) => kind === "split" || kind === "merge");
  let a = joint?.fromA ?? 0;
  let b = joint?.fromB ?? 0;
  const ghost = entry.move === "from";
  const segments = ghost && entry.base ? [{ op: "-" as const, content: entry.base.content }] : entry.segments;
  for (const { op, content } of segments) {
    const length = flatten(content).length;
    if (length === 0) continue;
    const change = changeAt(entry, op, a, b);
    const look = lookOfChange(change, ink);
    if (op === "-") out.push(deletion(start + b, id, a, content, look));
    else if (op === "+") out.push(inserted(start + b, start + b + length, look));
    if (op !== "+") a += length;
    if (op !== "-") b += length;
  }
  for (const change of entry.changes) {
    if (change.kind !== "marks" || change.fromB === change.toB) continue;
    const look = lookOfChange(change, ink);
    const attributes = { class: look.active ? "restyled active" : "restyled", ...changeAttributes(look) };
    out.push(Decoration.inline(start + change.fromB, start + change.toB, attributes));
  }
  return out;
}

function inserted(from: number, to: number, look: Look): Decoration {
  const attributes = { nodeName: "ins", class: look.active ? "ins active" : "ins", ...changeAttributes(look) };
  return Decoration.inline(from, to, attributes, { inclusiveEnd: true });
}

function changeAt(entry: ClauseRedline, op: "=" | "-" | "+", a: number, b: number): Change | undefined {
  if (op === "=") return undefined;
  const words = entry.changes.find(
    (change) =>
      change.kind === "text" &&
      (op === "-" ? change.fromA <= a && a < change.toA : change.fromB <= b && b < change.toB),
  );
  const whole: readonly ChangeKind[] = ["add", "suppress", "split", "merge"];
  return words ?? entry.changes.find(({ kind }) => whole.includes(kind));
}

function lookOf(entry: ClauseRedline, kinds: readonly ChangeKind[], ink: Ink): Look {
  return lookOfChange(
    entry.changes.find(({ kind }) => kinds.includes(kind)),
    ink,
  );
}

function lookOfChange(change: Change | undefined, ink: Ink): Look {
  if (!change) return { identity: "", state: "", active: false };
  const identity = ink.identityOf(change);
  return { identity, state: stateOf(change, ink), active: ink.active.has(identity) };
}

/** Whether a change waits for a decision. */
export function stateOf({ id }: Change, { states, undecided }: Pick<Ink, "states" | "undecided">): ChangeState {
  return undecided ? "pending" : (states.get(id) ?? "pending");
}
