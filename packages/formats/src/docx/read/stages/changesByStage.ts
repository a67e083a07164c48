import type { WordFile } from "../package/wordFile.ts";
import type { Element } from "../xml/element.ts";

/** Whose changes a stage adds and when; `accepted` are those of all stages up to it. */
export interface StageChanges {
  readonly author: string | null;
  readonly date: string | null;
  readonly accepted: ReadonlySet<Element>;
}

interface Group {
  readonly author: string | null;
  readonly date: string | null;
  readonly elements: readonly Element[];
}

const tracked: ReadonlySet<string> = new Set(
  "ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange numberingChange".split(" "),
);

/** The tracked changes of the file by author and time, the oldest first; at most `most` stages (at least one an author). */
export function changesByStage(file: WordFile, most: number): StageChanges[] {
  let groups = grouped(changesOf(file), ({ author, date }) => JSON.stringify([author, date])).toSorted(byDate);
  if (groups.length > most) groups = neighbours(groups);
  if (groups.length > most) groups = grouped(groups, ({ author }) => JSON.stringify(author));
  const accepted = new Set<Element>();
  return groups.map(({ author, date, elements }) => {
    for (const element of elements) accepted.add(element);
    return { author, date, accepted: new Set(accepted) };
  });
}

function changesOf(file: WordFile): Group[] {
  const out: Group[] = [];
  const visit = (element: Element): void => {
    if (element.space === "w" && tracked.has(element.name)) {
      const { attributes } = element;
      out.push({ author: attributes.get("author") ?? null, date: attributes.get("date") ?? null, elements: [element] });
    }
    for (const each of element.children) visit(each);
  };
  for (const part of [file.document, ...file.footnotes, ...file.endnotes]) visit(part);
  return out;
}

/** One group for each key, in the order of the first of each, with the last of the dates. */
function grouped(groups: readonly Group[], key: (group: Group) => string): Group[] {
  const found = new Map<string, Group>();
  for (const group of groups) {
    const known = found.get(key(group));
    found.set(
      key(group),
      known ? { ...known, date: group.date, elements: [...known.elements, ...group.elements] } : group,
    );
  }
  return [...found.values()];
}

function neighbours(groups: readonly Group[]): Group[] {
  const out: Group[] = [];
  for (const group of groups) {
    const last = out.at(-1);
    if (last?.author !== group.author) out.push(group);
    else out[out.length - 1] = { ...group, elements: [...last.elements, ...group.elements] };
  }
  return out;
}

function byDate(one: Group, other: Group): number {
  return timeOf(one) - timeOf(other);
}

/** What has no date counts as the oldest. */
function timeOf({ date }: Group): number {
  const time = Date.parse(date ?? "");
  return Number.isNaN(time) ? 0 : time;
}
