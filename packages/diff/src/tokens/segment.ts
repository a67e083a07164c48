import { classAt } from "./characters.ts";

/**
 * The ends of the words in [from, to) of a script written without spaces, the last being `to`. A
 * segmenter is slow and its cost grows with the square of the length, so it sees one run at a time.
 */
export function denseWords(text: string, from: number, to: number, language: string): number[] {
  // It may cut before a vowel sign that a letter of another script bears.
  return ends(words(language), text, from, to).filter((end) => end === to || classAt(text, end) !== "mark");
}

/** The ends of the grapheme clusters in [from, to), the last being `to`. */
export function graphemes(text: string, from: number, to: number): number[] {
  return ends(clusters(), text, from, to);
}

function ends(segmenter: Intl.Segmenter, text: string, from: number, to: number): number[] {
  const out: number[] = [];
  for (const { index, segment } of segmenter.segment(text.slice(from, to))) out.push(from + index + segment.length);
  return out;
}

// Segmenters are costly to make and hold nothing of what they segment.
const made = new Map<string, Intl.Segmenter>();

function words(language: string): Intl.Segmenter {
  let segmenter = made.get(language);
  if (!segmenter) made.set(language, (segmenter = new Intl.Segmenter(language, { granularity: "word" })));
  return segmenter;
}

function clusters(): Intl.Segmenter {
  let segmenter = made.get("");
  if (!segmenter) made.set("", (segmenter = new Intl.Segmenter("en", { granularity: "grapheme" })));
  return segmenter;
}
