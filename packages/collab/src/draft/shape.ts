/** What may stand in an element of a live text: elements by their names, words; and its attributes with their types. */
export interface Shape {
  readonly elements: readonly string[];
  readonly words: boolean;
  readonly attributes: Readonly<Record<string, "string" | "number">>;
}

const none = { elements: [], words: false, attributes: {} };
const id = { id: "string" } as const;

/** Of what a live text is made: its root first. */
export const rootShape: Shape = { ...none, elements: ["clause", "table"] };

/**
 * What its elements are made of. The last two are of drafts from before breaks and marks of footnotes stood in the text
 * itself; they are read, and no longer written.
 */
export const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  [
    "clause",
    {
      elements: ["hardBreak", "footnoteAnchor"],
      words: true,
      attributes: { ...id, kind: "string", level: "number", label: "string" },
    },
  ],
  ["table", { ...none, elements: ["tableRow"], attributes: { ...id, level: "number" } }],
  ["tableRow", { ...none, elements: ["tableCell"], attributes: id }],
  ["tableCell", { ...none, elements: ["clause"], attributes: id }],
  ["hardBreak", none],
  ["footnoteAnchor", { ...none, attributes: { footnote: "string" } }],
]);
