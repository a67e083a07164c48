export { type HtmlOptions, writeHtml, writeMarkedHtml } from "./writeHtml.ts";
