/**
 * One element of Akoma Ntoso with its children and the character data between them. `attributes` are those without a
 * namespace (`xml:lang` under that name), `own` those of this project's namespace.
 */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly own: ReadonlyMap<string, string>;
  readonly children: readonly (Element | string)[];
}

/** The child elements, in order. */
export function elementsOf(element: Element): readonly Element[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** The first child element with that name; null when there is none. */
export function childOf(element: Element | null, name: string): Element | null {
  return (element && elementsOf(element).find((child) => child.name === name)) ?? null;
}

/** All elements with that name inside an element, at any depth, in document order. */
export function descendants(element: Element, name: string): Element[] {
  return elementsOf(element).flatMap((child) => [...(child.name === name ? [child] : []), ...descendants(child, name)]);
}

/** All character data inside an element, as it stands. */
export function rawText(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : rawText(child))).join("");
}

/** All character data inside an element, its white space collapsed. */
export function plainOf(element: Element | null): string {
  return element ? collapsed(rawText(element)).trim() : "";
}

/** White space of XML as single spaces; no-break spaces stay. */
export function collapsed(said: string): string {
  return said.replace(/[ \t\r\n]+/g, " ");
}
