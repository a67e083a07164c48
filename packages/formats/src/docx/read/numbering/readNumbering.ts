import { type Element, child, isWord, valueOf, wholeNumber } from "../xml/element.ts";

/** One level of a list. `text` is the pattern with %1 … %9; `restart` the depth that starts it anew, 0 for never. */
export interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly restart: number | null;
  readonly legal: boolean;
  readonly style: string | null;
  /** How its paragraphs are indented. */
  readonly indent: Element | null;
}

/** A list as paragraphs name it: which counters it shares, its levels, and where it starts them anew. */
export interface List {
  readonly counters: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

interface Abstract {
  readonly id: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly defines: string | null;
  readonly follows: string | null;
}

/** The lists of a document by the number that paragraphs name them by; none without that part. */
export function readNumbering(part: Element | null): ReadonlyMap<string, List> {
  const abstracts = (part?.children ?? []).filter((each) => isWord(each, "abstractNum")).map(readAbstract);
  const lists = new Map<string, List>();
  for (const element of part?.children ?? []) {
    const id = element.attributes.get("numId");
    if (!isWord(element, "num") || id === undefined) continue;
    const named = abstracts.find((each) => each.id === valueOf(element, "abstractNumId"));
    const follows = named?.follows ?? null;
    const abstract = (follows !== null && abstracts.find(({ defines }) => defines === follows)) || named;
    if (abstract) lists.set(id, withOverrides(abstract, element));
  }
  return lists;
}

function readAbstract(element: Element): Abstract {
  return {
    id: element.attributes.get("abstractNumId") ?? "",
    levels: new Map(
      element.children.filter((each) => isWord(each, "lvl")).map((each) => [depthOf(each), readLevel(each)]),
    ),
    defines: valueOf(element, "styleLink"),
    follows: valueOf(element, "numStyleLink"),
  };
}

function withOverrides(abstract: Abstract, element: Element): List {
  const levels = new Map(abstract.levels);
  const starts = new Map<number, number>();
  for (const override of element.children) {
    if (!isWord(override, "lvlOverride")) continue;
    const level = child(override, "lvl");
    if (level) levels.set(depthOf(override), readLevel(level));
    const start = wholeNumber(valueOf(override, "startOverride"));
    if (start !== null) starts.set(depthOf(override), start);
  }
  return { counters: abstract.id, levels, starts };
}

function depthOf(element: Element): number {
  return wholeNumber(element.attributes.get("ilvl")) ?? 0;
}

function readLevel(element: Element): Level {
  const legal = child(element, "isLgl");
  return {
    start: wholeNumber(valueOf(element, "start")) ?? 0,
    format: valueOf(element, "numFmt") ?? "decimal",
    text: valueOf(element, "lvlText") ?? "",
    restart: wholeNumber(valueOf(element, "lvlRestart")),
    legal: legal !== null && !["0", "false", "off"].includes(legal.attributes.get("val") ?? "1"),
    style: valueOf(element, "pStyle"),
    indent: child(child(element, "pPr"), "ind"),
  };
}
