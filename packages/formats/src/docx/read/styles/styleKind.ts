import type { ClauseKind } from "@plenary/document";
import type { Style } from "./readStyles.ts";

/** What a style says of its paragraphs. */
export interface StyleKind {
  readonly kind: ClauseKind;
  readonly level: number;
}

const table: readonly (readonly [kind: ClauseKind, level: number, names: string])[] = [
  ["source", 0, "source"],
  ["field", 0, "headerfield"],
  ["proposal", 0, "proposal"],
  ["number", 0, "resno recno decno decisionno opinionno questionno"],
  [
    "title",
    0,
    "title restitle restitel rectitle dectitle decisiontitle opiniontitle questiontitle title1 title2 title3",
  ],
  ["reference", 0, "resref recref decref opinionref questionref annexref appendixref"],
  ["opening", 0, "normalaftertitle"],
  ["call", 0, "call"],
  ["annexNumber", 0, "annexno appendixno annexnotitle attachmentno"],
  ["annexTitle", 0, "annextitle annextitel appendixtitle attachmenttitle"],
  ["reasons", 0, "reasons"],
  ["heading", 0, "partno chapno sectionno parttitle chaptitle sectiontitle section1"],
  ["heading", 1, "section2 headingb headingi headingsum"],
  ["heading", 2, "section3"],
];

const kinds: ReadonlyMap<string, StyleKind> = new Map(
  table.flatMap(([kind, level, names]) => names.split(" ").map((name): [string, StyleKind] => [name, { kind, level }])),
);

/** What the nearest style that says something says; null when none does and the words have to tell. */
export function styleKind(chain: readonly Style[]): StyleKind | null {
  for (const { name } of chain) {
    const heading = /^heading([1-9])$/.exec(name);
    if (heading) return { kind: "heading", level: Number(heading[1]) - 1 };
    const item = /^enumlev([1-9])$/.exec(name);
    if (item) return { kind: "item", level: Number(item[1]) };
    // Word makes ids unique by figures at their end: "Normalaftertitle0".
    const said = kinds.get(name) ?? kinds.get(name.replace(/\d+$/, ""));
    if (said) return said;
  }
  return null;
}
