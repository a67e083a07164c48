import { type PageElement, findAll } from "./parsePage.ts";

/** The lines of the head of a page, as `frameLines` gives them; empty when the page has none. */
export function readFrame(root: PageElement): readonly string[] {
  return findAll(root, ({ attributes }) => attributes["class"] === "frame")
    .flatMap((head) => findAll(head, ({ name }) => name === "p"))
    .map(wordsOf)
    .filter((line) => line !== "");
}

function wordsOf({ children }: PageElement): string {
  return children.map((each) => (typeof each === "string" ? each : wordsOf(each))).join("");
}
