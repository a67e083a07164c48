import type { Clause } from "../clause.ts";
import { type Label, ordinal, styleKey } from "./label.ts";
import type { Member, PublishedList } from "./publishedLists.ts";
import { readings } from "./readLabel.ts";
import { Scope } from "./scope.ts";

/** Where a published label stands: its list and its place in it. */
export interface Home {
  readonly list: PublishedList;
  readonly member: Member;
}

/** One clause of a current list: `home` is null for an added clause. */
export interface Place {
  readonly index: number;
  readonly label: Label;
  readonly home: Home | null;
}

/** A list of the current text. */
export interface CurrentList {
  readonly style: string;
  readonly level: number;
  readonly region: number;
  readonly places: Place[];
}

/** The lists of current clauses; survivors stand together as they did, added clauses join the list they stand in. */
export function currentLists(clauses: readonly Clause[], homes: ReadonlyMap<string, Home>): readonly CurrentList[] {
  const lists: CurrentList[] = [];
  const scope = new Scope<CurrentList>();
  const published = new Set([...homes.values()].map(({ list }) => list.style));
  const lastOf = new Map<PublishedList, number>();
  clauses.forEach((clause, index) => {
    const home = homes.get(clause.id);
    if (home) lastOf.set(home.list, index);
  });
  clauses.forEach((clause, index) => {
    const open = scope.enter(clause);
    const said = clause.label === null ? [] : plausible(readings(clause.label), published);
    const found = homes.get(clause.id);
    // A survivor that changed its level, or whose label was given another style since, is treated as added.
    const stays = found?.list.level === clause.level && said.some((label) => styleKey(label) === found.list.style);
    const home = found && stays ? found : null;
    const first = said[0];
    if (!first) return;
    const ahead = home ? undefined : said.find((each) => styleKey(each) === styleAhead(clauses, index, homes));
    const styles = home ? [home.list.style] : [...(ahead ? [styleKey(ahead)] : []), ...likely(said, open[0]?.list)];
    let list = home && open.find((each) => each.list.places.some((place) => place.home?.list === home.list))?.list;
    const latest = open[0];
    if (!list && latest && styles.includes(latest.list.style) && !(home && restarts(latest.list, home, index, lastOf)))
      list = latest.list;
    const style = list?.style ?? styles[0] ?? "";
    const label = home?.member.label ?? said.find((each) => styleKey(each) === style) ?? first;
    if (!list) {
      list = { style, level: clause.level, region: scope.region(clause), places: [] };
      lists.push(list);
    }
    list.places.push({ index, label, home });
    scope.touch(clause, list);
  });
  return lists;
}

/** The readings of a label but bullets, and but Cyrillic ones of a letter that looks Latin where only Latin lists are published. */
function plausible(said: readonly Label[], published: ReadonlySet<string>): readonly Label[] {
  const labels = said.filter(({ family }) => family !== "bullet");
  const known = labels.filter((label) => published.has(styleKey(label)));
  return known.length === 0 ? labels : labels.filter((label) => !isCyrillic(label) || known.includes(label));
}

function isCyrillic({ family }: Label): boolean {
  return family === "cyrillic" || family === "CYRILLIC";
}

/**
 * The styles an added clause may have: its likeliest reading, and another one where the latest list reaches or
 * reached as far (`i)` is the ninth letter only in a list of eight or more).
 */
function likely(said: readonly Label[], latest: CurrentList | undefined): readonly string[] {
  const places = latest?.places ?? [];
  const published = places.flatMap(({ home }) => home?.list.members ?? []);
  const reach = Math.max(places.length, ...[...places, ...published].map(({ label }) => ordinal(label))) + 1;
  return said.filter((label, i) => i === 0 || ordinal(label) <= reach).map(styleKey);
}

/** The style of the list that goes on behind an added clause: that of the next survivor of its level there. */
function styleAhead(clauses: readonly Clause[], index: number, homes: ReadonlyMap<string, Home>): string | undefined {
  const level = clauses[index]?.level ?? 0;
  for (const clause of clauses.slice(index + 1)) {
    if (clause.level < level || (clause.kind !== "item" && clause.kind !== "paragraph")) return undefined;
    const home = clause.level === level ? homes.get(clause.id) : undefined;
    if (home) return home.list.style;
  }
  return undefined;
}

/** Whether a survivor begins a list of its own beside the latest one, as it did in the published text. */
function restarts(latest: CurrentList, home: Home, index: number, lastOf: ReadonlyMap<PublishedList, number>): boolean {
  const other = latest.places.findLast((place) => place.home !== null)?.home?.list;
  return other !== undefined && other.region === home.list.region && (lastOf.get(other) ?? 0) < index;
}
