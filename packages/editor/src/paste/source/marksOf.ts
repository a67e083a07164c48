import type { Mark } from "@plenary/document";

const tags: Readonly<Record<string, Mark>> = {
  B: "bold",
  STRONG: "bold",
  I: "italic",
  EM: "italic",
  CITE: "italic",
  U: "underline",
  SUB: "subscript",
  SUP: "superscript",
};

/** By a style: which mark its value gives, and which values take it away. */
const styles: readonly [property: RegExp, mark: Mark, on: RegExp, off: RegExp][] = [
  [/font-weight:\s*([^;]+)/i, "bold", /^(bold(er)?|[6-9]\d\d)/i, /^(normal|lighter|[1-5]\d\d)/i],
  [/font-style:\s*([^;]+)/i, "italic", /^(italic|oblique)/i, /^normal/i],
  [/text-decoration(?:-line)?:\s*([^;]+)/i, "underline", /underline/i, /^none/i],
  [/vertical-align:\s*([^;]+)/i, "subscript", /^sub/i, /^(baseline|super)/i],
  [/vertical-align:\s*([^;]+)/i, "superscript", /^super/i, /^(baseline|sub)/i],
];

/** The marks of words in an element that stands in words with these marks. What was inserted in the source is plain. */
export function marksOf(element: Element, around: ReadonlySet<Mark>): ReadonlySet<Mark> {
  const marks = new Set(around);
  const own = tags[element.tagName];
  if (own) marks.add(own);
  const style = element.getAttribute("style") ?? "";
  for (const [property, mark, on, off] of style === "" ? [] : styles) {
    const value = property.exec(style)?.[1]?.trim();
    if (value === undefined) continue;
    if (on.test(value)) marks.add(mark);
    else if (off.test(value)) marks.delete(mark);
  }
  // Links are underlined by the browser that showed them.
  if (element.tagName === "A") marks.delete("underline");
  return marks;
}
