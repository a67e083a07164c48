import { type Element, child, isWord } from "../xml/element.ts";

/** What is read: all rejected, all accepted, or only what is there both ways. */
export type Side = "base" | "current" | "kept";

const out: Readonly<Record<Side, ReadonlySet<string>>> = {
  base: new Set(["ins", "moveTo"]),
  current: new Set(["del", "moveFrom"]),
  kept: new Set(["ins", "moveTo", "del", "moveFrom"]),
};

/** Whether a Word element of this name wraps what is not there on this side. */
export function isGone(name: string, side: Side): boolean {
  return out[side].has(name);
}

/** Whether the paragraph's mark is not there, so that the paragraph joins the following one. */
export function markIsGone(paragraph: Element, side: Side): boolean {
  const properties = child(child(paragraph, "pPr"), "rPr");
  return properties?.children.some((each) => each.space === "w" && isGone(each.name, side)) ?? false;
}

/** Whether a row is not there. */
export function rowIsGone(row: Element, side: Side): boolean {
  return child(child(row, "trPr"), side === "current" ? "del" : "ins") !== null;
}

/** Whether a cell is not there. */
export function cellIsGone(cell: Element, side: Side): boolean {
  return child(child(cell, "tcPr"), side === "current" ? "cellDel" : "cellIns") !== null;
}

/** The properties of a run or paragraph (`rPr`, `pPr`) as they are on this side, tracked changes of format undone. */
export function propertiesOf(element: Element, name: "rPr" | "pPr", side: Side): Element | null {
  const now = child(element, name);
  if (side !== "base") return now;
  const change = child(now, `${name}Change`);
  return change ? child(change, name) : now;
}

/** The branch of an AlternateContent that is read: the first choice, the fallback where there is none. */
export function branchOf(alternate: Element): Element | null {
  const named = (name: string): Element | undefined =>
    alternate.children.find((each) => each.space === "mc" && each.name === name);
  return named("Choice") ?? named("Fallback") ?? null;
}

const wrappers = new Set(["sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"]);

/** The Word elements of these names that are there on this side, in order, looking into what wraps blocks. */
export function wrapped(parent: Element, names: readonly string[], side: Side): Element[] {
  return parent.children.flatMap((each) => {
    if (names.some((name) => isWord(each, name))) return [each];
    if (each.space === "w" && wrappers.has(each.name)) return isGone(each.name, side) ? [] : wrapped(each, names, side);
    if (each.space === "mc" && each.name === "AlternateContent") {
      const branch = branchOf(each);
      return branch ? wrapped(branch, names, side) : [];
    }
    return [];
  });
}
