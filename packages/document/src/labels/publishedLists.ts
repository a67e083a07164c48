import type { Clause } from "../clause.ts";
import { type Label, ordinal, samePrefix, styleKey } from "./label.ts";
import { readings } from "./readLabel.ts";
import { Scope } from "./scope.ts";

/** A member of a list of the published text. */
export interface Member {
  readonly id: string;
  readonly printed: string;
  readonly label: Label;
}

/** A list of the published text: `regular` when its labels run on without gap, repetition or derivation. */
export interface PublishedList {
  readonly style: string;
  readonly level: number;
  readonly region: number;
  readonly members: readonly Member[];
  readonly regular: boolean;
}

/** The lists of published clauses in order of their first member. Bullets and unreadable labels are in none. */
export function publishedLists(clauses: readonly Clause[]): readonly PublishedList[] {
  const lists: Draft[] = [];
  const scope = new Scope<Draft>();
  for (const clause of clauses) {
    const open = latestOfStyle(scope.enter(clause).map((each) => each.list));
    const said = clause.label === null ? [] : readings(clause.label).filter((label) => label.family !== "bullet");
    if (said.length === 0) continue;
    let list = open.find((each, i) => narrow(each, said, (last, next) => continues(last, next, i === 0)));
    const first = said.find((label) => ordinal(label) === 1 && label.derived === null);
    if (!list && !first)
      list = open.find((each, i) => narrow(each, said, (last, next) => follows(last, next, i === 0)));
    if (!list) {
      const starts = first ? said.filter((label) => ordinal(label) === 1) : said;
      list = { level: clause.level, region: scope.region(clause), ids: [], options: starts.map((label) => [label]) };
      lists.push(list);
    }
    list.ids.push({ id: clause.id, printed: clause.label ?? "" });
    scope.touch(clause, list);
  }
  return lists.map(finish);
}

/** A list while it grows: `options` holds one row of labels for each way to read it. */
interface Draft {
  readonly level: number;
  readonly region: number;
  readonly ids: { readonly id: string; readonly printed: string }[];
  options: (readonly Label[])[];
}

/** The lists without those that a later one of the same style hides. */
function latestOfStyle(lists: readonly Draft[]): readonly Draft[] {
  const seen = new Set<string>();
  return lists.filter((list) => {
    const styles = list.options.flatMap((labels) => labels.slice(0, 1).map(styleKey));
    const hidden = styles.some((style) => seen.has(style));
    for (const style of styles) seen.add(style);
    return !hidden;
  });
}

/** Adds the reading that fits to every option that has one, and drops the others; false if none has. */
function narrow(list: Draft, said: readonly Label[], fits: (last: Label, next: Label) => boolean): boolean {
  const grown = list.options.flatMap((labels) => {
    const last = labels.at(-1);
    const next = last && said.find((label) => styleKey(label) === styleKey(last) && fits(last, label));
    return next ? [[...labels, next]] : [];
  });
  if (grown.length > 0) list.options = grown;
  return grown.length > 0;
}

function continues(last: Label, next: Label, latest: boolean): boolean {
  if (!samePrefix(last, next)) return false;
  if (next.derived !== null) return latest && ordinal(next) === ordinal(last);
  return ordinal(next) === ordinal(last) + 1;
}

function follows(last: Label, next: Label, latest: boolean): boolean {
  return samePrefix(last, next) && (latest || ordinal(next) > ordinal(last));
}

function finish(list: Draft): PublishedList {
  const labels = list.options[0] ?? [];
  const members = list.ids.flatMap((each, i) => {
    const label = labels[i];
    return label ? [{ ...each, label }] : [];
  });
  const start = labels[0] ? ordinal(labels[0]) : 0;
  return {
    style: labels[0] ? styleKey(labels[0]) : "",
    level: list.level,
    region: list.region,
    members,
    regular: labels.every((label, i) => label.derived === null && ordinal(label) === start + i),
  };
}
