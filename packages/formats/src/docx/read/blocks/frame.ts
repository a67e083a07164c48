import { frameTags } from "../../write/frame.ts";
import { type Element, child, isWord, valueOf } from "../xml/element.ts";

/** Whether an element is the content control around what stands before a text that was written here. */
export function isFrameHead(element: Element): boolean {
  return tagOf(element) === frameTags.head;
}

/**
 * The lines before the text as anybody sees them, whatever is tracked in them; what is more than words counts as a
 * character that no frame has. Empty when the file has no frame.
 */
export function frameHeadLines(document: Element): readonly string[] {
  return controls(document, frameTags.head)
    .flatMap((control) => paragraphs(control).map(wordsOf))
    .filter((line) => line !== "");
}

/** The paragraphs that wait for the reasons of a proposal; they are of the text once somebody wrote there. */
export function reasonsPlaces(document: Element): ReadonlySet<Element> {
  return new Set(controls(document, frameTags.reasons).flatMap(paragraphs));
}

function tagOf(element: Element): string | null {
  return isWord(element, "sdt") ? valueOf(child(element, "sdtPr"), "tag") : null;
}

function controls(element: Element, tag: string): Element[] {
  return tagOf(element) === tag ? [element] : element.children.flatMap((each) => controls(each, tag));
}

function paragraphs(element: Element): Element[] {
  return isWord(element, "p") ? [element] : element.children.flatMap(paragraphs);
}

const signs: Readonly<Record<string, string>> = {
  tab: "\t",
  ptab: "\t",
  noBreakHyphen: "\u2011",
  softHyphen: "\u00AD",
  br: "\u2028",
  cr: "\u2028",
  sym: "\uFFFC",
  footnoteReference: "\uFFFC",
  endnoteReference: "\uFFFC",
};

function wordsOf({ space, name, text, children }: Element): string {
  if (space === "w" && name === "pPr") return "";
  if (name === "t" || name === "delText") return text;
  return (space === "w" && signs[name]) || children.map(wordsOf).join("");
}
