export { AknError } from "./aknError.ts";
export type { AknAmendment } from "./read/readAmendment.ts";
export type { AknNote } from "./read/note.ts";
export { type AknReadOptions, type AknReading, type AknText, readAkn } from "./readAkn.ts";
export type { AknOptions } from "./write/identification.ts";
export { writeAkn } from "./write/writeAkn.ts";
export { writeMarkedAkn } from "./write/writeMarkedAkn.ts";
