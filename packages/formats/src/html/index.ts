export { HtmlError } from "./read/parsePage.ts";
export { type HtmlReading, readMarkedHtml } from "./read/readMarkedHtml.ts";
export { type HtmlOptions, writeComparisonHtml, writeHtml, writeMarkedHtml } from "./writeHtml.ts";
