export { type Outline, outline } from "./outline/outline.ts";
export type { Note } from "./read/note.ts";
export { type Reading, readText } from "./read/readText.ts";
export { writeMarkedText } from "./write/writeMarkedText.ts";
export { writeText } from "./write/writeText.ts";
export { paragraphLines } from "./write/paragraphLines.ts";
