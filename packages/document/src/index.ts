export { type ClauseParts, anchor, clause, content, item, lineBreak, run, table, text } from "./build.ts";
export { type Cell, type Clause, type ClauseKind, type Row, type Text, clauseKinds } from "./clause.ts";
export {
  ANCHOR,
  BREAK,
  type Content,
  type Inline,
  type Mark,
  concat,
  flatPiece,
  flatten,
  marks,
  normalise,
  sameContent,
  sameMarks,
  slice,
  sortedMarks,
} from "./inline.ts";
export { type Language, direction, isLanguage, languages } from "./language.ts";
export { plainLines, plainText, printed } from "./plain.ts";
