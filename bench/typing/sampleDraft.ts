import { type Clause, type Text, clause, content, flatten, item, text } from "@plenary/document";

const CLAUSES = 1250;
const CHARACTERS = 360_000;
/** How many clauses are amended, suppressed and added: 450 changed in all. */
const AMENDED = 380;
const SUPPRESSED = 30;
const ADDED = 40;

const words =
  "the Union shall continue to support developing countries in their work on networks (ICT) services and No. 118 of 2022 that members share with administrations according to the plans adopted by each conference".split(
    " ",
  );

/** A long published text and its draft; the same every time. */
export interface SampleDraft {
  readonly published: Text;
  readonly current: Text;
  readonly changed: number;
}

/** A text of 1,250 clauses and 360,000 characters, 450 clauses of which a draft amends, suppresses or adds. */
export function sampleDraft(): SampleDraft {
  const random = sequence(7);
  const word = () => words[Math.floor(random() * words.length)]!;
  const saying = (length: number): string => {
    let said = "";
    while (said.length < length) said += `${said === "" ? "" : " "}${word()}`;
    return `${said.slice(0, length - 1)};`;
  };
  const items = CLAUSES - CLAUSES / 25;
  const published = text(
    "en",
    Array.from({ length: CLAUSES }, (_, i): Clause => {
      if (i % 25 === 0) return clause("call", `noting ${i / 25 + 1}`);
      const short = ((i * 37) % 101) - 50;
      return item(`${i % 25}`, saying(Math.round(CHARACTERS / items) + 2 * short));
    }),
  );
  const places = spread(published.clauses, AMENDED + SUPPRESSED);
  const current = published.clauses.flatMap((one, i): Clause[] => {
    const nth = places.indexOf(i);
    const added = nth !== -1 && nth % 10 === 3 && nth / 10 < ADDED;
    const news: Clause[] = added ? [item("1", saying(200), { id: `added-${i}` })] : [];
    if (nth === -1) return [one];
    if (nth % 13 === 5 && nth / 13 < SUPPRESSED) return news;
    return [{ ...one, content: content(amended(flatten(one.content), word)) }, ...news];
  });
  return { published, current: { ...published, clauses: current }, changed: AMENDED + SUPPRESSED + ADDED };
}

/** The places of so many items, spread over the text. */
function spread(clauses: readonly Clause[], count: number): number[] {
  const items = clauses.flatMap(({ kind }, i) => (kind === "item" ? [i] : []));
  return Array.from({ length: count }, (_, n) => items[Math.floor((n * items.length) / count)]!);
}

/** One to three words replaced, one deleted, one or two inserted. */
function amended(said: string, word: () => string): string {
  return said
    .split(" ")
    .flatMap((one, i) => {
      if (i % 19 === 4) return [`new${word()}`];
      if (i % 31 === 12) return [];
      return i % 37 === 20 ? [one, "also", `new${word()}`] : [one];
    })
    .join(" ");
}

function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
