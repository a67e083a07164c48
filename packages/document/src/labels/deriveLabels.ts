import type { Language } from "../language.ts";
import type { CurrentList, Place } from "./currentLists.ts";
import { usualDerived } from "./derived.ts";
import { formatLabel } from "./formatLabel.ts";
import { type Derived, type Label, ordinal } from "./label.ts";
import type { PublishedList } from "./publishedLists.ts";

/**
 * The labels of a list whose survivors keep theirs. What was added or moved takes the label before it with bis, ter …
 * (or `A`, `B`, if the list does so); at the end it takes the next number that the published list never used.
 */
export function deriveLabels(list: CurrentList, main: PublishedList | null, language: Language): readonly string[] {
  const members = main?.members ?? [];
  const kept = inOrder(list, main);
  const used = new Set(members.map((member) => member.printed));
  const sample = members.find((member) => member.label.derived)?.label.derived ?? null;
  let last = members.at(-1)?.label ?? null;
  for (const { label } of members) if (last && ordinal(label) > ordinal(last)) last = label;
  const lastKept = list.places.findLastIndex((place) => kept.has(place));
  let before: Label | null = null;
  return list.places.map((place, i) => {
    const home = kept.has(place) ? place.home : null;
    if (home) {
      before = home.member.label;
      return home.member.printed;
    }
    if (i > lastKept && !(members.length > 0 && lastKept < 0 && last === null)) {
      last = last
        ? { ...last, derived: null, path: [...last.path.slice(0, -1), ordinal(last) + 1] }
        : { ...place.label, derived: null, path: [...place.label.path.slice(0, -1), 1] };
      return formatLabel(last);
    }
    const from: Label = before ?? zero(members[0]?.label ?? place.label);
    before = free(from, sample ?? usualDerived(from, language), used);
    const said = formatLabel(before);
    used.add(said);
    return said;
  });
}

/** The first derivation of a label, later than its own, that is not in use. */
function free(from: Label, derived: Derived, used: ReadonlySet<string>): Label {
  for (let nth = (from.derived?.nth ?? 0) + 1; ; nth++) {
    const next: Label = { ...from, derived: { ...derived, nth } };
    if (!used.has(formatLabel(next))) return next;
  }
}

/** What stands before the first label: `0` in front of 1, else the first label itself. */
function zero(first: Label): Label {
  const before = ordinal(first) - 1;
  const sayable = first.family === "digit" || before > 0;
  return { ...first, derived: null, path: sayable ? [...first.path.slice(0, -1), before] : first.path };
}

/** The survivors of the published list that still stand in its order: a longest ascending row of them. */
function inOrder(list: CurrentList, main: PublishedList | null): ReadonlySet<Place> {
  const at = new Map(main?.members.map((member, i) => [member, i]));
  const best: { readonly place: Place; readonly at: number; readonly length: number; readonly from: number }[] = [];
  for (const place of list.places) {
    const here = place.home ? at.get(place.home.member) : undefined;
    if (here === undefined) continue;
    let from = -1;
    for (const [i, each] of best.entries())
      if (each.at < here && (from < 0 || each.length > (best[from]?.length ?? 0))) from = i;
    best.push({ place, at: here, length: (best[from]?.length ?? 0) + 1, from });
  }
  const kept = new Set<Place>();
  let end = -1;
  for (const [i, each] of best.entries()) if (each.length > (best[end]?.length ?? 0)) end = i;
  for (let each = best[end]; each; each = best[each.from]) kept.add(each.place);
  return kept;
}
