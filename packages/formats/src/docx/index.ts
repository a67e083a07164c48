export { DocxError } from "./read/docxError.ts";
export type { WordChange } from "./read/readChanges.ts";
export type { WordComment } from "./read/readComments.ts";
export type { WordNote } from "./read/readNotes.ts";
export { readSeals } from "./read/readSeals.ts";
export { type ReadDocxOptions, type WordReading, type WordStage, readDocx } from "./readDocx.ts";
export type { SourceIds } from "./source/renameRead.ts";
export type { ChangeAuthor } from "./write/signatures.ts";
export { type DocxOptions, writeComparisonDocx, writeDocx, writeMarkedDocx } from "./writeDocx.ts";
