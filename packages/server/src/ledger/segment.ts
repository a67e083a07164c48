/** How many characters other than spaces a stretch must have to be recognised as the same words elsewhere. */
const RECOGNISED = 6;

/** Equal stretches of two texts: offsets in the original texts, half-open. */
export interface Segment {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  /** Characters other than spaces in it. */
  readonly weight: number;
}

/** A text made ready for finding stretches of it in others. */
export interface Sought {
  readonly folded: Folded;
  readonly places: ReadonlyMap<string, readonly number[]>;
}

interface Folded {
  readonly text: string;
  /** The offset in the original of each unit and of the end. */
  readonly at: (index: number) => number;
}

/** The text in normal form C, cluster by cluster, so that each offset has its original. */
function fold(text: string): Folded {
  if (text.normalize("NFC") === text) return { text, at: (index) => index };
  const at: number[] = [];
  let folded = "";
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const normal = cluster.normalize("NFC");
    for (let i = 0; i < normal.length; i++) at.push(index + (normal.length === cluster.length ? i : 0));
    folded += normal;
  }
  return { text: folded, at: (index) => at[index] ?? text.length };
}

/** Whether the text is long enough to be recognised. */
export function recognisable(text: string): boolean {
  return weight(text) >= RECOGNISED;
}

/** Makes a text ready; `null` when it is too short to be recognised. */
export function seek(text: string): Sought | null {
  if (!recognisable(text)) return null;
  const folded = fold(text);
  const places = new Map<string, number[]>();
  for (let i = 0; i + RECOGNISED <= folded.text.length; i++) {
    const key = folded.text.slice(i, i + RECOGNISED);
    const list = places.get(key);
    if (!list) places.set(key, [i]);
    // What repeats more often than this says nothing about where it comes from.
    else if (list.length < 16) list.push(i);
  }
  return { folded, places };
}

/**
 * The heaviest stretch that `text` (A) and the sought text (B) share after normalisation, between edges of words in both;
 * null when none is recognisable.
 */
export function sharedSegment(text: string, { folded: b, places }: Sought): Segment | null {
  const a = fold(text);
  let best: Segment | null = null;
  const reached = new Map<number, number>();
  for (let i = 0; i + RECOGNISED <= a.text.length; i++) {
    for (const j of places.get(a.text.slice(i, i + RECOGNISED)) ?? []) {
      if ((reached.get(j - i) ?? 0) > i) continue;
      let [start, end] = [0, RECOGNISED];
      while (i + end < a.text.length && j + end < b.text.length && a.text[i + end] === b.text[j + end]) end += 1;
      reached.set(j - i, i + end);
      while (start < end && !(edge(a.text, i + start) && edge(b.text, j + start))) start += 1;
      while (start < end && !(edge(a.text, i + end) && edge(b.text, j + end))) end -= 1;
      const heavy = weight(a.text.slice(i + start, i + end));
      if (heavy < RECOGNISED || heavy <= (best?.weight ?? 0)) continue;
      best = {
        fromA: a.at(i + start),
        toA: a.at(i + end),
        fromB: b.at(j + start),
        toB: b.at(j + end),
        weight: heavy,
      };
    }
  }
  return best;
}

/** Whether no word is cut at the index; scripts without spaces can be cut anywhere. */
export function edge(text: string, index: number): boolean {
  return !(inWord(text[index - 1]) && inWord(text[index]));
}

function inWord(unit: string | undefined): boolean {
  return (
    unit !== undefined && /[\p{L}\p{N}\p{M}]/u.test(unit) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(unit)
  );
}

function weight(text: string): number {
  return text.replaceAll(/\s/g, "").length;
}
