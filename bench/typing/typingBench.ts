import { type Window, startWindows } from "./browserPage.ts";
import type { Kind } from "./page/openPaper.ts";
import { type SampleDraft, sampleDraft } from "./sampleDraft.ts";

/** One line of the table: milliseconds until it was painted. */
export interface TypingRow {
  readonly what: "own key" | "another's key" | "opening";
  readonly editor: Kind;
  readonly keys: number;
  readonly median: number;
  readonly p95: number;
  /** The redline's median and 95th percentile by those of the plain editor. */
  readonly times: number | null;
  readonly timesP95: number | null;
}

const KEYS = 200;
/** Every round has pages of its own, in which the programs become quick and the memory fills anew. */
const ROUNDS = 3;
/** Keys in a row before the other editor has its turn. */
const TURN = 10;
const OPENINGS = 5;
const kinds = ["plain", "redline"] as const;

type Times = Readonly<Record<Kind, number[]>>;

/** What was measured in a round, in milliseconds. */
interface Measured {
  readonly own: Times;
  readonly others: Times;
  readonly opening: Times;
}

/**
 * From key to paint and from opening to paint in a long text, with the redline shown and in the same editor without
 * it, by turns; of three rounds each figure is the one in the middle. Throws when the two end with other texts, or when
 * what is drawn is not what a page drawn anew shows.
 */
export async function typingBench(): Promise<TypingRow[]> {
  const sample = sampleDraft();
  const rounds: TypingRow[][] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push(rowsOf(await typingRound(sample)));
  return rounds[0]!.map((row, i) => {
    const middle = (figure: (row: TypingRow) => number): number =>
      rounds.map((each) => figure(each[i]!)).toSorted((a, b) => a - b)[ROUNDS >> 1]!;
    return {
      ...row,
      median: middle(({ median }) => median),
      p95: middle(({ p95 }) => p95),
      times: row.times === null ? null : middle(({ times }) => times ?? 0),
      timesP95: row.timesP95 === null ? null : middle(({ timesP95 }) => timesP95 ?? 0),
    };
  });
}

async function typingRound(sample: SampleDraft): Promise<Measured> {
  const windows = await startWindows();
  try {
    const pages = { plain: await windows.open(), redline: await windows.open() };
    for (const kind of kinds) await pages[kind].evaluate((draft) => window.typing.load(draft), sample);
    const both = (): Times => ({ plain: [], redline: [] });
    const times: Measured = { opening: both(), own: both(), others: both() };
    for (let i = 0; i < OPENINGS; i++)
      for (const kind of kinds)
        times.opening[kind].push(await pages[kind].evaluate((one) => window.typing.open(one), kind));
    const places = placesOf(sample);
    for (let turn = -1; turn < KEYS / TURN; turn++) {
      for (const kind of turn % 2 === 0 ? kinds : kinds.toReversed()) {
        const own = await ownKeys(pages[kind], places.at(turn)!);
        const others = await othersKeys(pages[kind], places.at(turn)!, places);
        // The first turn warms up.
        if (turn === -1) continue;
        times.own[kind].push(...own);
        times.others[kind].push(...others);
      }
    }
    await check(pages, sample);
    return times;
  } finally {
    await windows.close();
  }
}

/** A clause to type in, and the one below it. */
interface Place {
  readonly own: string;
  readonly below: string;
}

/** Places over the whole text: amended clauses and others. */
function placesOf({ published, current }: SampleDraft): Place[] {
  const base = new Set(published.clauses.map(({ id }) => id));
  const items = current.clauses.filter(({ kind, id }) => kind === "item" && base.has(id));
  const count = KEYS / TURN + 1;
  return Array.from({ length: count }, (_, n) => {
    const at = Math.floor(((n + 0.5) * items.length) / count);
    return { own: items[at]!.id, below: items[at + 1]!.id };
  });
}

async function ownKeys(page: Window, { own }: Place): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate((at) => window.typing.caret(at, 40), own);
  const took: number[] = [];
  for (const letter of "amendments".slice(0, TURN)) {
    await page.keyboard.press(letter);
    took.push(await page.evaluate(() => window.typing.key()));
  }
  return took;
}

/** Another person writes in the clause below the own caret, and elsewhere in the text, by turns. */
async function othersKeys(page: Window, near: Place, places: readonly Place[]): Promise<number[]> {
  const took: number[] = [];
  for (let i = 0; i < TURN; i++) {
    const clause = i % 2 === 0 ? near.below : places[(places.indexOf(near) + 3 * i) % places.length]!.own;
    took.push(await page.evaluate((at) => window.typing.remote(at, 5, "e"), clause));
  }
  return took;
}

async function check(pages: Record<Kind, Window>, { changed }: SampleDraft): Promise<void> {
  const plain = await pages.plain.evaluate(() => window.typing.check());
  const redline = await pages.redline.evaluate(() => window.typing.check());
  if (plain.said !== redline.said) throw new Error("The two editors ended with other texts.");
  if (!redline.asDrawnAnew) throw new Error("What is drawn is not what a page drawn anew shows.");
  if (redline.changed < changed) throw new Error(`Only ${redline.changed} clauses are changed.`);
}

function rowsOf({ own, others, opening }: Measured): TypingRow[] {
  return [...rows("own key", own), ...rows("another's key", others), ...rows("opening", opening)];
}

function rows(what: TypingRow["what"], times: Times): TypingRow[] {
  const at = (kind: Kind, share: number): number => {
    const sorted = times[kind].toSorted((a, b) => a - b);
    return sorted[Math.min(Math.floor(sorted.length * share), sorted.length - 1)]!;
  };
  return kinds.map((editor) => ({
    what,
    editor,
    keys: times[editor].length,
    median: round(at(editor, 0.5)),
    p95: round(at(editor, 0.95)),
    times: editor === "plain" ? null : round(at(editor, 0.5) / at("plain", 0.5)),
    timesP95: editor === "plain" ? null : round(at(editor, 0.95) / at("plain", 0.95)),
  }));
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
