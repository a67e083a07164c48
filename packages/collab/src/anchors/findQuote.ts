import type { ClauseRange, WordsAnchor } from "./threadAnchor.ts";

/** How many units around a quote must still stand there for it to be the same place. */
const ENOUGH = 8;
/** A quote of that many units needs no context: it is not said twice by chance. */
const LONG = 32;

/**
 * Finds the quote by its words: in its own clause, else at the one place of the text that has it in the same context.
 * Null when nothing or more than one place would do, as a place is never guessed. `clauses` are the flat contents by id.
 */
export function findQuote(anchor: WordsAnchor, clauses: ReadonlyMap<string, string>): ClauseRange | null {
  const own = candidates(anchor, anchor.clause, clauses.get(anchor.clause) ?? "");
  if (own.length > 0) return best(own);
  const elsewhere = [...clauses].flatMap(([clause, words]) =>
    clause === anchor.clause ? [] : candidates(anchor, clause, words),
  );
  return elsewhere.length === 1 ? best(elsewhere) : null;
}

interface Candidate extends ClauseRange {
  /** How many units of context agree. */
  readonly agrees: number;
}

function candidates({ quote, prefix, suffix }: WordsAnchor, clause: string, words: string): Candidate[] {
  if (quote === "") return [];
  const wanted = quote.length >= LONG ? 0 : Math.min(ENOUGH, Math.max(prefix.length + suffix.length, 1));
  const out: Candidate[] = [];
  for (let from = words.indexOf(quote); from >= 0; from = words.indexOf(quote, from + 1)) {
    const to = from + quote.length;
    const agrees = commonEnd(words.slice(0, from), prefix) + commonStart(words.slice(to), suffix);
    // A quote that was all of its clause has no context but that.
    const whole = prefix === "" && suffix === "" && words === quote;
    if (agrees >= wanted || whole) out.push({ clause, from, to, agrees });
  }
  return out;
}

function best(found: readonly Candidate[]): ClauseRange | null {
  const most = Math.max(...found.map(({ agrees }) => agrees));
  const [first, second] = found.filter(({ agrees }) => agrees === most);
  return first && !second ? { clause: first.clause, from: first.from, to: first.to } : null;
}

function commonEnd(words: string, context: string): number {
  let n = 0;
  while (n < Math.min(words.length, context.length) && words.at(-1 - n) === context.at(-1 - n)) n++;
  return n;
}

function commonStart(words: string, context: string): number {
  let n = 0;
  while (n < Math.min(words.length, context.length) && words[n] === context[n]) n++;
  return n;
}
