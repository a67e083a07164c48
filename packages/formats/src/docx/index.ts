export { type DocxOptions, writeDocx, writeMarkedDocx } from "./writeDocx.ts";
