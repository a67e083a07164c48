import type { Level, List } from "./readNumbering.ts";
import { formatNumber } from "./numberFormat.ts";

/** Counts the numbered paragraphs of one text in reading order. */
export interface Counter {
  /** The label of the next paragraph, in this list at this depth; null when its level prints none. */
  next(list: string, depth: number): string | null;
  /** As {@link next}, but counts on only if the label is the one wanted or there is none; says whether it did. */
  agrees(list: string, depth: number, wanted: string | null): boolean;
}

/**
 * A counter at its beginning. Lists that share counters go on from each other; a list with its own start sets it when it
 * is first met; a level starts anew after a paragraph of a level above it (ECMA-376, 17.9).
 */
export function createCounter(lists: ReadonlyMap<string, List>): Counter {
  const counters = new Map<string, (number | undefined)[]>();
  const met = new Set<string>();
  /** What the next paragraph is called, and what makes it count. */
  const look = (id: string, depth: number): { readonly label: string | null; readonly count: () => void } => {
    const list = lists.get(id);
    const level = list?.levels.get(depth);
    if (!list || !level) return { label: null, count: () => {} };
    const values = [...(counters.get(list.counters) ?? [])];
    const starts = [...list.starts].filter(([at]) => at <= depth && !met.has(`${id} ${at}`));
    for (const [at, start] of starts) values[at] = at === depth ? start - 1 : start;
    const now = values[depth];
    values[depth] = now === undefined ? level.start : now + 1;
    for (const [below, { restart }] of list.levels) {
      if (below > depth && (restart === null || (restart > 0 && depth < restart))) values[below] = undefined;
    }
    const count = (): void => {
      counters.set(list.counters, values);
      for (const [at] of starts) met.add(`${id} ${at}`);
    };
    return { label: print(list, level, depth, values), count };
  };
  return {
    next(id, depth) {
      const { label, count } = look(id, depth);
      count();
      return label;
    },
    agrees(id, depth, wanted) {
      const { label, count } = look(id, depth);
      const same = label === null || label === wanted;
      if (same) count();
      return same;
    },
  };
}

function print(list: List, level: Level, depth: number, values: readonly (number | undefined)[]): string | null {
  if (level.format === "bullet") return bullet(level.text);
  const printed = level.text.replace(/%([1-9])/g, (_, figure: string) => {
    const at = Number(figure) - 1;
    const shown = list.levels.get(at);
    const value = values[at] ?? shown?.start ?? 1;
    const format = shown?.format ?? "decimal";
    return at <= depth ? formatNumber(value, level.legal && format !== "none" ? "decimal" : format) : "";
  });
  return printed.trim() === "" ? null : printed.trim();
}

/** Signs of the Symbol and Wingdings fonts that lists use. */
const signs = new Map([
  ["\uF0A7", "▪"],
  ["\uF0D8", "➢"],
  ["\uF0FC", "✓"],
  ["\uF02D", "–"],
  ["\uF0BE", "–"],
  ["o", "◦"],
]);

function bullet(text: string): string {
  const said = text.trim();
  return signs.get(said) ?? (/^[\uE000-\uF8FF]?$/.test(said) ? "•" : said);
}
