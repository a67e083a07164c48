export { amendmentSymbol } from "./amendmentSymbol.ts";
export { accept, reject } from "./apply.ts";
export { type CompareOptions, compare } from "./compare.ts";
export { type Session, createSession } from "./session/createSession.ts";
export { merge } from "./merge/merge.ts";
export type { Alternative, Collision, MergeOptions, Merged, MergedChange } from "./merge/merged.ts";
export { type SideBySide, type Wish, type WishRow, sideBySide } from "./merge/sideBySide.ts";
export { hunksOf } from "./print/hunksOf.ts";
export { type Paragraph, paragraphs } from "./print/paragraphs.ts";
export { type ChangePart, acceptPart, rejectPart } from "./parts/parts.ts";
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
export { revealed } from "./summary/spaces.ts";
export { summaries } from "./summary/summaries.ts";
export { summary } from "./summary/summary.ts";
export { withoutFormatting } from "./withoutFormatting.ts";
export { type Hunk, diffText } from "./words/diffText.ts";
export { changesIn } from "./plan.ts";
