export { writeMarkdown, writeMarkedMarkdown } from "./writeMarkdown.ts";
