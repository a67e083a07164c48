export type { Marked, MarkedCell, MarkedClause, MarkedPiece, MarkedRow, Op, Shape } from "./marked.ts";
export { markRedline } from "./markRedline.ts";
export { type Side, sideText } from "./sideText.ts";
