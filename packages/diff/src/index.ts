export { amendmentSymbol } from "./amendmentSymbol.ts";
export { accept, reject } from "./apply.ts";
export { type CompareOptions, compare } from "./compare.ts";
export { hunksOf } from "./print/hunksOf.ts";
export { type Paragraph, paragraphs } from "./print/paragraphs.ts";
export type {
  CellRedline,
  Change,
  ChangeKind,
  ClauseRedline,
  ClauseSymbol,
  Redline,
  RowRedline,
  Segment,
} from "./redline.ts";
export { type Hunk, diffText } from "./words/diffText.ts";
