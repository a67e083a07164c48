import { type Hunk, accept, compare, createSession as sessionOf, diffText as diff } from "@plenary/diff";
import { type Clause, type Text, clause, isLanguage, item, text } from "@plenary/document";

/** What the bench passes: a BCP 47 code. */
interface Options {
  readonly locale: string;
}

const labelled = /\(?[\p{L}\p{N}]{1,4}[).]\s+(?=\S)/uy;

/** The redline of two strings. @public */
export function diffText(base: string, current: string, { locale }: Options): Hunk[] {
  return diff(base, current, { language: locale });
}

/** Which paragraphs are one, by their places. @public */
export function alignClauses(
  base: readonly string[],
  current: readonly string[],
  options: Options,
): [number, number][] {
  const places = (said: Text) => new Map(said.clauses.map(({ id }, i) => [id, i]));
  const redline = compare(textOf(base, options), textOf(current, options));
  const inBase = places(redline.base);
  const inCurrent = places(redline.current);
  return redline.clauses.flatMap((entry): [number, number][] =>
    entry.base && entry.current ? [[inBase.get(entry.base.id)!, inCurrent.get(entry.current.id)!]] : [],
  );
}

/** The redline of two lists of paragraphs, from nothing. */
export function diffDocument(base: readonly string[], current: readonly string[], options: Options): unknown {
  return compare(textOf(base, options), textOf(current, options));
}

/** A session that is told which paragraph changed: a live draft, whose clauses have the base's ids. */
export function createSession(base: readonly string[], current: readonly string[], options: Options) {
  const redline = compare(textOf(base, options), textOf(current, options));
  let now = accept(redline);
  const session = sessionOf(redline.base, now, { ids: "trusted" });
  return {
    replaceParagraph(i: number, said: string): unknown {
      const id = now.clauses[i]?.id ?? "";
      now = { ...now, clauses: now.clauses.with(i, paragraph(said, id)) };
      return session.update(now, [id]);
    },
  };
}

function textOf(paragraphs: readonly string[], { locale }: Options): Text {
  return text(
    isLanguage(locale) ? locale : "en",
    paragraphs.map((said, i) => paragraph(said, `c${i + 1}`)),
  );
}

function paragraph(said: string, id: string): Clause {
  labelled.lastIndex = 0;
  if (!labelled.test(said)) return clause("paragraph", said, { id });
  const end = labelled.lastIndex;
  return item(said.slice(0, end).trimEnd(), said.slice(end), { id });
}
