import { type Text, findTitle, plainLines } from "@plenary/document";
import { headOf } from "../conference/textHead.ts";

/** How well a text goes with an edition; all shares are between 0 and 1. */
export interface Recognised<T> {
  readonly edition: T;
  /** How sure it is that the text is this edition: likeness, with number and title. */
  readonly score: number;
  /** How much of the words is the same. */
  readonly likeness: number;
  readonly sameNumber: boolean;
  readonly sameTitle: boolean;
}

/** From this score on an edition counts as recognised. */
export const RECOGNISED = 0.6;

const weights = { likeness: 0.7, number: 0.15, title: 0.15 };

/**
 * The editions in the language of the text, the one that it most likely is first. Empty when there is none of its
 * language.
 */
export function recognise<T extends { readonly text: Text }>(text: Text, editions: readonly T[]): Recognised<T>[] {
  const sought = traits(text);
  return editions
    .filter((edition) => edition.text.language === text.language)
    .map((edition) => {
      const found = traits(edition.text);
      const likeness = dice(sought.grams, found.grams);
      const sameNumber = sought.number !== null && sought.number === found.number;
      const sameTitle = sought.title !== "" && sought.title === found.title;
      const score =
        weights.likeness * likeness + weights.number * Number(sameNumber) + weights.title * Number(sameTitle);
      return { edition, score, likeness, sameNumber, sameTitle };
    })
    .toSorted((one, other) => other.score - one.score);
}

interface Traits {
  readonly number: string | null;
  readonly title: string;
  readonly grams: ReadonlyMap<string, number>;
}

function traits(text: Text): Traits {
  const head = headOf(text, "");
  const title = findTitle(head.number, text.language);
  return {
    number: title?.number ? `${title.kind} ${title.number}` : null,
    title: letters(head.title),
    grams: grams(plainLines(text.clauses)),
  };
}

function letters(words: string): string {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "");
}

/** How often each three letters follow each other within a line; a shorter line counts whole. */
function grams(lines: readonly string[]): Map<string, number> {
  const out = new Map<string, number>();
  for (const line of lines) {
    const said = Array.from(letters(line));
    for (let i = 0; i === 0 || i + 3 <= said.length; i++) {
      const gram = said.slice(i, i + 3).join("");
      if (gram !== "") out.set(gram, (out.get(gram) ?? 0) + 1);
    }
  }
  return out;
}

function dice(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  const size = (grams: ReadonlyMap<string, number>): number => [...grams.values()].reduce((sum, n) => sum + n, 0);
  const all = size(one) + size(other);
  let shared = 0;
  for (const [gram, count] of one) shared += Math.min(count, other.get(gram) ?? 0);
  return all === 0 ? 0 : (2 * shared) / all;
}
