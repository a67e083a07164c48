import { flatten } from "@plenary/document";
import type { Span } from "./blocks/inline.ts";
import { contentOffset } from "./clauses/contentOffset.ts";
import type { Origin } from "./clauses/sideText.ts";
import type { SideRead, WordRead } from "./readWord.ts";
import { type Element, isWord } from "./xml/element.ts";

/**
 * A comment: `words` has a line for each paragraph, `date` is as it stands there. It is about the half-open range
 * [from, to) of the flat content of the clause in the current text, of the base clause where `side` says so; `clause` is
 * null where it hangs on nothing that the texts hold. An answer names in `answers` the comment it answers.
 */
export interface WordComment {
  readonly id: string;
  readonly author: string | null;
  readonly date: string | null;
  readonly words: string;
  readonly answers: string | null;
  readonly resolved: boolean;
  readonly side: "base" | "current";
  readonly clause: string | null;
  readonly from: number;
  readonly to: number;
}

/** The comments of a file in their order. A comment over several clauses is about what it covers of the first. */
export function readComments({ file, base, current }: WordRead): WordComment[] {
  const marksOf = commentMarks(file.document);
  const links = new Map(
    file.commentLinks.flatMap(({ children }) =>
      children.map(({ attributes }) => [attributes.get("paraId") ?? "", attributes] as const),
    ),
  );
  const comments = file.comments.flatMap(({ children }) => children.filter((each) => isWord(each, "comment")));
  const paragraphs = new Map<string, string>();
  for (const comment of comments) {
    for (const paragraph of comment.children) {
      const paraId = paragraph.attributes.get("paraId");
      if (paraId !== undefined) paragraphs.set(paraId, comment.attributes.get("id") ?? "");
    }
  }
  const places = { current: placesOf(current), base: placesOf(base) };
  return comments.map((comment) => {
    const id = comment.attributes.get("id") ?? "";
    const link = links.get(comment.children.findLast((each) => isWord(each, "p"))?.attributes.get("paraId") ?? "");
    const marks = marksOf.get(id) ?? [];
    const now = range(marks, places.current);
    const before = range(marks, places.base);
    // What it was about may be suppressed; its marks then stand where nothing is.
    const isGone = before !== null && before.from < before.to && (now === null || now.from === now.to);
    const place = isGone ? before : (now ?? before);
    return {
      id,
      author: comment.attributes.get("author") ?? null,
      date: comment.attributes.get("date") ?? null,
      words: comment.children
        .filter((each) => isWord(each, "p"))
        .map(wordsOf)
        .join("\n"),
      answers: paragraphs.get(link?.get("paraIdParent") ?? "") ?? null,
      resolved: link?.get("done") === "1",
      side: place !== null && place === before && place !== now ? "base" : "current",
      clause: place?.clause ?? null,
      from: place?.from ?? 0,
      to: place?.to ?? 0,
    };
  });
}

interface ClausePlace extends Span {
  readonly clause: string;
}

interface Mark {
  readonly element: Element;
  readonly paragraph: Element | null;
}

/** The beginning, end and reference of each comment, as far as they are there. */
function commentMarks(document: Element): Map<string, Mark[]> {
  const found = new Map<string, Mark[]>();
  const visit = (element: Element, above: Element | null): void => {
    const paragraph = isWord(element, "p") ? element : above;
    if (["commentRangeStart", "commentRangeEnd", "commentReference"].some((name) => isWord(element, name))) {
      const id = element.attributes.get("id") ?? "";
      found.set(id, [...(found.get(id) ?? []), { element, paragraph }]);
    }
    for (const each of element.children) visit(each, paragraph);
  };
  visit(document, null);
  return found;
}

/** What a comment is about: from its first mark to its last, or to the end of the clause where it goes on after it. */
function range(marks: readonly Mark[], placeOf: (mark: Mark) => ClausePlace | null): ClausePlace | null {
  const places = marks.map(placeOf).filter((place) => place !== null);
  const first = places[0];
  if (!first) return null;
  const inside = places.filter(({ clause }) => clause === first.clause);
  const leaves = inside.length < places.length;
  return { ...first, to: leaves ? first.to : Math.max(...inside.map(({ from }) => from)) };
}

/** Where a mark stands in its clause's content: `from` its place, `to` the end of the content. */
function placesOf({ origins, spans }: SideRead): (mark: Mark) => ClausePlace | null {
  const sources = new Map<Element, { readonly clause: string; readonly before: number; readonly origin: Origin }>();
  for (const [clause, origin] of origins) {
    let before = 0;
    for (const source of origin.block.sources) {
      sources.set(source, { clause, before, origin });
      const span = spans.get(source);
      before += span ? span.to - span.from : 0;
    }
  }
  return ({ element, paragraph }) => {
    const span = spans.get(element);
    const start = paragraph && spans.get(paragraph);
    const found = paragraph && sources.get(paragraph);
    if (!span || !start || !found) return null;
    const from = contentOffset(found.origin, found.before + span.from - start.from);
    return { clause: found.clause, from, to: flatten(found.origin.clause.content).length };
  };
}

function wordsOf(element: Element): string {
  if (isWord(element, "t") || isWord(element, "delText")) return element.text;
  if (isWord(element, "tab")) return "\t";
  if (isWord(element, "br") || isWord(element, "cr")) return "\u2028";
  return element.children.map(wordsOf).join("");
}
