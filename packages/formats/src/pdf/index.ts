export { type PageOptions, type PrintedPage, cleanPage, comparisonPage, markedPage } from "./printedPage.ts";
export { template } from "./template.ts";
