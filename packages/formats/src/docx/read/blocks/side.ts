import { isFrameHead } from "./frame.ts";
import { type Element, child, isWord } from "../xml/element.ts";

/** The text between base and current where some tracked changes are accepted and the others rejected. */
export interface Between {
  readonly accepted: ReadonlySet<Element>;
}

/** What is read: all rejected, all accepted, some accepted, or only what is there both ways. */
export type Side = "base" | "current" | "kept" | Between;

const comes: ReadonlySet<string> = new Set(["ins", "moveTo", "cellIns"]);
const goes: ReadonlySet<string> = new Set(["del", "moveFrom", "cellDel"]);

/** Whether a tracked Word element says that what it wraps or marks is not there on this side. */
export function isGone(element: Element, side: Side): boolean {
  return (
    (comes.has(element.name) && !isAccepted(element, side)) || (goes.has(element.name) && !isRejected(element, side))
  );
}

function isAccepted(element: Element, side: Side): boolean {
  return typeof side === "string" ? side === "current" : side.accepted.has(element);
}

function isRejected(element: Element, side: Side): boolean {
  return typeof side === "string" ? side === "base" : !side.accepted.has(element);
}

/** Whether the paragraph's mark is not there, so that the paragraph joins the following one. */
export function markIsGone(paragraph: Element, side: Side): boolean {
  const properties = child(child(paragraph, "pPr"), "rPr");
  return properties?.children.some((each) => each.space === "w" && isGone(each, side)) ?? false;
}

/** Whether a row is not there. */
export function rowIsGone(row: Element, side: Side): boolean {
  return tracks(child(row, "trPr"), ["ins", "del"], side);
}

/** Whether a cell is not there. */
export function cellIsGone(cell: Element, side: Side): boolean {
  return tracks(child(cell, "tcPr"), ["cellIns", "cellDel"], side);
}

function tracks(properties: Element | null, names: readonly string[], side: Side): boolean {
  return names.some((name) => {
    const change = child(properties, name);
    return change !== null && isGone(change, side);
  });
}

/** The properties of a run or paragraph (`rPr`, `pPr`) as they are on this side, tracked changes of format undone. */
export function propertiesOf(element: Element, name: "rPr" | "pPr", side: Side): Element | null {
  const now = child(element, name);
  const change = child(now, `${name}Change`);
  return change && isUndone(change, side) ? child(change, name) : now;
}

/** Whether a tracked change of format or numbering does not hold on this side. */
function isUndone(change: Element, side: Side): boolean {
  return side !== "kept" && isRejected(change, side);
}

/** The branch of an AlternateContent that is read: the first choice, the fallback where there is none. */
export function branchOf(alternate: Element): Element | null {
  const named = (name: string): Element | undefined =>
    alternate.children.find((each) => each.space === "mc" && each.name === name);
  return named("Choice") ?? named("Fallback") ?? null;
}

const wrappers = new Set(["sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"]);

/**
 * The Word elements of these names that are there on this side, in order, looking into what wraps blocks; the frame
 * around a text is not of it.
 */
export function wrapped(parent: Element, names: readonly string[], side: Side): Element[] {
  return parent.children.flatMap((each) => {
    if (names.some((name) => isWord(each, name))) return [each];
    if (isFrameHead(each)) return [];
    if (each.space === "w" && wrappers.has(each.name)) return isGone(each, side) ? [] : wrapped(each, names, side);
    if (each.space === "mc" && each.name === "AlternateContent") {
      const branch = branchOf(each);
      return branch ? wrapped(branch, names, side) : [];
    }
    return [];
  });
}
