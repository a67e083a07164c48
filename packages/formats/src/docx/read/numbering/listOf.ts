import { type Side, isGone } from "../blocks/side.ts";
import { type Style, type Styles, styleChain } from "../styles/readStyles.ts";
import { type Element, child, valueOf, wholeNumber } from "../xml/element.ts";
import type { List } from "./readNumbering.ts";

/** The list that a paragraph belongs to and its depth there, 0 outermost. */
export interface ListPlace {
  readonly list: string;
  readonly depth: number;
}

/** Where a paragraph with these properties stands in a list, by itself or by its styles; null when in none. */
export function listOf(
  properties: Element | null,
  styles: Styles,
  lists: ReadonlyMap<string, List>,
  side: Side,
): ListPlace | null {
  const own = child(properties, "numPr");
  const tracked = child(own, "ins");
  const direct = tracked && isGone(tracked, side) ? null : own;
  return place(direct, valueOf(properties, "pStyle") ?? styles.standard, styles, lists);
}

/** Where a paragraph of a style stands in a list by that alone; null when in none. */
export function listOfStyle(style: string, styles: Styles, lists: ReadonlyMap<string, List>): ListPlace | null {
  return place(null, style, styles, lists);
}

function place(
  direct: Element | null,
  style: string | null,
  styles: Styles,
  lists: ReadonlyMap<string, List>,
): ListPlace | null {
  const chain = styleChain(styles, style);
  const inherited = chain.find(({ paragraph }) => valueOf(child(paragraph, "numPr"), "numId") !== null);
  const list = valueOf(direct, "numId") ?? valueOf(child(inherited?.paragraph, "numPr"), "numId");
  if (list === null || list === "0") return null;
  const depth = wholeNumber(valueOf(direct, "ilvl")) ?? depthByStyle(chain, inherited, lists.get(list)) ?? 0;
  return { list, depth: Math.min(Math.max(depth, 0), 8) };
}

function depthByStyle(chain: readonly Style[], inherited: Style | undefined, list: List | undefined): number | null {
  for (const { id } of chain) {
    for (const [depth, { style }] of list?.levels ?? []) if (style === id) return depth;
  }
  return wholeNumber(valueOf(child(inherited?.paragraph, "numPr"), "ilvl"));
}
