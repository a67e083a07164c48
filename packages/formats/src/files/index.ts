export { type FileReading, readFile, readableEndings } from "./readFile.ts";
export { type Fault, verify } from "./verify.ts";
export { type Making, writeFile } from "./writeFile.ts";
