/** Whose vocabulary an element belongs to: Word's (transitional or strict), math, compatibility, or any other. */
export type Space = "w" | "m" | "mc" | "other";

/**
 * One element. `attributes` holds Word's own, those without a namespace and the ids by which parts name paragraphs, by
 * local name; `text` is what stands before the first child.
 */
export interface Element {
  readonly space: Space;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
  /** Where it is written. */
  readonly place: Place;
}

/** The half-open range [from, to) of the part's characters that is an element, its tags included. */
export interface Place {
  readonly part: string;
  readonly from: number;
  readonly to: number;
  /** The namespace declarations that hold there beside the root's, as attributes with a space before each; mostly "". */
  readonly scope: string;
}

/** Whether an element is Word's of that name. */
export function isWord(element: Element, name: string): boolean {
  return element.space === "w" && element.name === name;
}

/** The first child of Word's with that name; null when there is none. */
export function child(element: Element | null | undefined, name: string): Element | null {
  return element?.children.find((each) => isWord(each, name)) ?? null;
}

/** The attribute `val` of the first child with that name; null when either is missing. */
export function valueOf(element: Element | null | undefined, name: string): string | null {
  return child(element, name)?.attributes.get("val") ?? null;
}

/** The whole number that a string says; null when it says none. */
export function wholeNumber(said: string | null | undefined): number | null {
  return said !== null && said !== undefined && /^-?\d{1,9}$/.test(said) ? Number(said) : null;
}
