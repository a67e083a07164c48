/**
 * The keys of the paper, by what they do, in the notation of ProseMirror: `Mod` is Command on a Mac and Ctrl elsewhere.
 * `indent` and `outdent` change places where the text runs from right to left.
 */
export const paperKeys = {
  newClause: ["Enter"],
  lineBreak: ["Shift-Enter"],
  insert: ["Mod-/"],
  split: ["Mod-Enter"],
  join: ["Mod-Shift-Enter"],
  moveUp: ["Alt-Shift-ArrowUp"],
  moveDown: ["Alt-Shift-ArrowDown"],
  indent: ["Alt-Shift-ArrowRight"],
  outdent: ["Alt-Shift-ArrowLeft"],
  suppress: ["Alt-Shift-s"],
  restore: ["Alt-Shift-r"],
  stopDrag: ["Escape"],
  nextCell: ["Tab"],
  previousCell: ["Shift-Tab"],
  undo: ["Mod-z"],
  redo: ["Mod-y", "Mod-Shift-z"],
  bold: ["Mod-b"],
  italic: ["Mod-i"],
  underline: ["Mod-u"],
  subscript: ["Mod-,"],
  superscript: ["Mod-."],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Signs that do something where they are typed, instead of standing in the text: `insert` in an empty clause. */
export const paperSigns = { insert: ["/"] } as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a key of the paper does. */
export type PaperKey = keyof typeof paperKeys;
