import type { CurrentList } from "./currentLists.ts";
import { abjadGap, formatLabel } from "./formatLabel.ts";
import { type Label, ordinal } from "./label.ts";
import type { PublishedList } from "./publishedLists.ts";

/**
 * The labels of a list numbered in order. `main` is the published list it comes from; an ordinal that was printed
 * there is printed the same again. `parent` is the number a decimal path begins with. `before` is the last label that
 * an earlier part of the same published list took: a decimal path goes on from it, others begin again at one.
 */
export function renumberLabels(
  list: CurrentList,
  main: PublishedList | null,
  parent: readonly number[] | null,
  before: Label | null,
): readonly string[] {
  const forms = main ? main.members.map((member) => member.label) : list.places.map((place) => place.label);
  const form = forms.at(-1);
  if (!form) return [];
  const prefix = parent ?? form.path.slice(0, -1);
  const gap = form.family === "abjad" ? abjadGap(forms) : form.gap;
  const start = startOf(main, prefix, before);
  const printed = new Map(main?.members.map((member) => [formatLabel({ ...member.label, gap }), member.printed]));
  return list.places.map((_, i) => {
    const said = formatLabel({ ...form, gap, derived: null, path: [...prefix, start + i] });
    return printed.get(said) ?? said;
  });
}

function startOf(main: PublishedList | null, prefix: readonly number[], before: Label | null): number {
  const first = main?.members[0]?.label;
  if (!first) return 1;
  if (before === null) return ordinal(first);
  const goesOn = prefix.length > 0 && before.path.slice(0, -1).join(".") === prefix.join(".");
  return goesOn ? ordinal(before) + 1 : 1;
}
