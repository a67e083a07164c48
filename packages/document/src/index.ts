export { type ClauseParts, anchor, clause, content, item, lineBreak, run, table, text } from "./build.ts";
export { type Cell, type Clause, type ClauseKind, type Row, type Text, clauseKinds } from "./clause.ts";
export { deepestLevel, levelOf } from "./level.ts";
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
export { formatLabel } from "./labels/formatLabel.ts";
export { type Derived, type Family, type Label, type Series } from "./labels/label.ts";
export { comparable, parseLabel, readings } from "./labels/readLabel.ts";
export { relabel } from "./labels/relabel.ts";
export { nextLabel, sampleOf } from "./labels/sample.ts";
export { type Opener, findOpener } from "./openers/findOpener.ts";
export { isOpening } from "./openers/isOpening.ts";
export type { OpenerKind } from "./openers/phrases.ts";
export { ParseError, parseClause, parseText } from "./parse/parseText.ts";
export { findReferences } from "./references/findReferences.ts";
export type { Reference } from "./references/reference.ts";
export {
  type AmendmentSymbol,
  type Profile,
  type SymbolPlace,
  amendmentSymbols,
  parseSymbol,
  profiles,
} from "./symbols/amendmentSymbol.ts";
export { type ProposalNumber, parseProposalNumber, printProposalNumber } from "./symbols/proposalNumber.ts";
export { type Brackets, squareBrackets } from "./symbols/squareBrackets.ts";
export { type Title, type TitleKind, findTitle } from "./titles/findTitle.ts";
export { type Term, term } from "./titles/term.ts";
