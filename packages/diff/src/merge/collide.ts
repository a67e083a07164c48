import type { Change } from "../redline.ts";
import { type Edit, gapKey } from "./edits/edit.ts";
import { type Group, shareOwner } from "./edits/group.ts";

/** Whether two groups cannot both stand. What one amendment does together never collides. */
export function collide(one: Group, other: Group, insertions: "stack" | "collide"): boolean {
  if (shareOwner(one, other)) return false;
  return against(one.lead, other.lead, insertions) || against(other.lead, one.lead, insertions);
}

function against(one: Edit, other: Edit, insertions: "stack" | "collide"): boolean {
  const { effect, change } = one;
  const sameClause = change.clause === other.change.clause;
  switch (effect.type) {
    case "words":
      return sameClause && other.effect.type === "words" && meet(change, other.change, insertions);
    case "split":
      if (other.effect.type === "split") return sameClause && adjoin(change, other.change);
      return sameClause && other.effect.type === "words" && cuts(change, other.change);
    case "label":
      return sameClause && other.effect.type === "label" && !effect.follows && !other.effect.follows;
    case "kind":
    case "move":
      return sameClause && other.effect.type === effect.type;
    case "suppress":
      return other.within.includes(effect.clause) && !follows(other);
    case "suppressRow":
      return other.within.includes(effect.row) && !follows(other);
    case "suppressColumn":
      return other.within.some((id) => effect.cells.includes(id)) ? !follows(other) : besideColumn(one, other);
    case "suppressCell":
      return other.within.includes(effect.cell) && !follows(other);
    case "addColumn":
      return besideColumn(one, other) || sameAddition(one, other, insertions);
    case "add":
    case "addRow":
    case "addCell":
      return sameAddition(one, other, insertions);
  }
}

// At one point the same words in another form collide: they look alike and are not.
function sameAddition({ effect, change }: Edit, other: Edit, insertions: "stack" | "collide"): boolean {
  return (
    "gap" in effect &&
    effect.type !== "move" &&
    other.effect.type === effect.type &&
    gapKey(other.effect.gap) === gapKey(effect.gap) &&
    (insertions === "collide" || other.change.inserted === change.inserted)
  );
}

// A column collides with what would lose its words to it or lose words of it, and with single cells of its table.
function besideColumn({ effect, change }: Edit, { effect: other, change: { clause } }: Edit): boolean {
  if (clause !== change.clause) return false;
  if (other.type === "addCell" || other.type === "suppressCell") return true;
  if (other.type === "suppressRow")
    return effect.type === "addColumn" && (effect.cells.get(other.row)?.clauses.length ?? 0) > 0;
  if (other.type !== "addRow" || effect.type !== "suppressColumn") return false;
  const places = other.cells.filter((cell) => cell.change === undefined || cell.symbol === "SUP");
  const place = places.length === effect.width ? places[effect.at] : undefined;
  return (place?.current?.clauses.length ?? 0) > 0;
}

function follows({ effect }: Edit): boolean {
  return effect.type === "label" && effect.follows;
}

function meet(one: Change, other: Change, insertions: "stack" | "collide"): boolean {
  if (isPoint(one) && isPoint(other))
    return one.fromA === other.fromA && (insertions === "collide" || one.inserted === other.inserted);
  if (isPoint(one)) return touches(one.fromA, other);
  if (isPoint(other)) return touches(other.fromA, one);
  return one.fromA < other.toA && other.fromA < one.toA;
}

// Beside words that go an insertion has lost what it was said of; beside words that change their look it has not.
function touches(at: number, { kind, fromA, toA }: Change): boolean {
  return kind === "text" ? fromA <= at && at <= toA : fromA < at && at < toA;
}

// Two splits at one place make an empty clause between them.
function adjoin(one: Change, other: Change): boolean {
  return one.fromA <= other.toA && other.fromA <= one.toA;
}

// Words that reach over the point where a clause is cut have no place in either piece; what stands at its edges has.
function cuts(split: Change, words: Change): boolean {
  if (isPoint(split)) return words.fromA < split.fromA && split.fromA < words.toA;
  if (isPoint(words)) return split.fromA < words.fromA && words.fromA < split.toA;
  return words.fromA < split.toA && split.fromA < words.toA;
}

function isPoint({ fromA, toA }: Change): boolean {
  return fromA === toA;
}
