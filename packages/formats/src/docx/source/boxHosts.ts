import { branchOf } from "../read/blocks/side.ts";
import { type Element, isWord } from "../read/xml/element.ts";

/** The paragraphs that hold text boxes, and the outermost such paragraph of each paragraph and table in a box. */
export interface BoxHosts {
  readonly hosts: ReadonlySet<Element>;
  readonly hostOf: ReadonlyMap<Element, Element>;
}

/** Finds the text boxes of a document, in the one branch of each alternative that is read. */
export function boxHosts(document: Element): BoxHosts {
  const hosts = new Set<Element>();
  const hostOf = new Map<Element, Element>();
  const visit = (element: Element, paragraph: Element | null, host: Element | null): void => {
    if ((isWord(element, "p") || isWord(element, "tbl")) && host) hostOf.set(element, host);
    const inside = isWord(element, "p") ? element : paragraph;
    const box = isWord(element, "txbxContent") && inside !== null;
    const below = host ?? (box ? inside : null);
    if (box && host === null && inside) hosts.add(inside);
    const alternate = element.space === "mc" && element.name === "AlternateContent";
    const branch = alternate ? branchOf(element) : null;
    for (const each of branch ? [branch] : element.children) visit(each, inside, below);
  };
  visit(document, null, null);
  return { hosts, hostOf };
}
