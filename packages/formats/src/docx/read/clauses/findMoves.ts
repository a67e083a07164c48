import { type Element, isWord } from "../xml/element.ts";

/** The names of the moves that paragraphs stand in, at their old and at their new place. */
export interface Moves {
  readonly from: ReadonlyMap<Element, string>;
  readonly to: ReadonlyMap<Element, string>;
}

/** Finds the paragraphs between the ends of the ranges of moves. */
export function findMoves(document: Element): Moves {
  const from = new Map<Element, string>();
  const to = new Map<Element, string>();
  const open = { from: new Map<string, string>(), to: new Map<string, string>() };
  const visit = (element: Element, paragraph: Element | null): void => {
    for (const each of element.children) {
      const range = each.space === "w" ? /^move(From|To)Range(Start|End)$/.exec(each.name) : null;
      if (range) {
        const ranges = range[1] === "From" ? open.from : open.to;
        const id = each.attributes.get("id") ?? "";
        if (range[2] === "Start") ranges.set(id, each.attributes.get("name") ?? id);
        else ranges.delete(id);
      } else if (paragraph && (isWord(each, "moveFrom") || isWord(each, "moveTo"))) {
        const [places, ranges] = each.name === "moveFrom" ? [from, open.from] : [to, open.to];
        const name = [...ranges.values()].at(-1);
        if (name !== undefined && !places.has(paragraph)) places.set(paragraph, name);
      }
      visit(each, isWord(each, "p") ? each : paragraph);
    }
  };
  visit(document, null);
  return { from, to };
}
