import { type Clause, type Text, relabel } from "@plenary/document";
import { compare } from "../compare.ts";
import { anchorOrder } from "./build/anchorOrder.ts";
import { collisions } from "./collisions.ts";
import type { Change, Redline } from "../redline.ts";
import { build } from "./build/build.ts";
import { editsOf } from "./edits/editsOf.ts";
import { type Group, groupsOf } from "./edits/group.ts";
import { labelsOf, withLabels } from "./labels.ts";
import { type MergeOptions, type Merged } from "./merged.ts";
import { type Names, names } from "./build/names.ts";
import { report } from "./report.ts";

/**
 * Several amendments to one base as one text. Every amendment descends from the base and kept its
 * ids. Identical changes become one with several owners; changes that cannot all stand collide, and
 * the base's words are left there. One amendment gives its own text, none gives the base. The order
 * of the amendments changes nothing but the order of owners. Throws when languages differ.
 */
export function merge(base: Text, currents: readonly Text[], options: MergeOptions = {}): Merged {
  const redlines = currents.map((current) => compare(base, current, { ids: "trusted", joints: "splits" }));
  return mergeRedlines(base, redlines, options).merged;
}

/**
 * The same of amendments that are compared with the base already, by their ids; `sources` are of these redlines.
 * `following` are their changes of labels that follow from structure.
 */
export function mergeRedlines(
  base: Text,
  redlines: readonly Redline[],
  options: MergeOptions,
): { readonly merged: Merged; readonly following: ReadonlySet<Change> } {
  const currents = redlines.map(({ current }) => current);
  const edits = redlines.flatMap((redline, input) => {
    const { language } = redline.current;
    if (language !== base.language)
      throw new Error(
        `Cannot merge texts of different languages: the base is in "${base.language}", amendment ${input + 1} in "${language}". Give amendments to this language's text.`,
      );
    return editsOf(redline, input);
  });
  const groups = groupsOf(edits);
  const colliding = collisions(base, groups, options.insertions ?? "stack");
  const left = new Set(colliding.flat());
  const applied = groups.filter((group) => !left.has(group));
  const gone = new Set(applied.flatMap(goneWith));
  const named = names(base, groups, gone);
  const clauses = build(base, applied, gone, named);
  const labelled = labels(base, currents, { clauses, applied, left, named }, options.labels ?? "renumber");
  const text = { language: base.language, clauses: labelled };
  const following = edits.filter(({ effect }) => effect.type === "label" && effect.follows);
  return {
    merged: { text, ...report(base, groups, colliding, named) },
    following: new Set(following.map(({ change }) => change)),
  };
}

function goneWith({ lead: { effect } }: Group): string[] {
  if (effect.type === "suppress") return [effect.clause];
  if (effect.type === "suppressColumn") return [...effect.cells];
  if (effect.type === "suppressCell") return [effect.cell];
  return effect.type === "suppressRow" ? [effect.row] : [];
}

interface Built {
  readonly clauses: readonly Clause[];
  readonly applied: readonly Group[];
  readonly left: ReadonlySet<Group>;
  readonly named: Names;
}

/** Where the result is what one amendment says, its labels; else those that follow, and those that people chose. */
function labels(
  base: Text,
  currents: readonly Text[],
  { clauses, applied, left, named }: Built,
  scheme: "renumber" | "keep",
): readonly Clause[] {
  const own = applied.filter(({ lead: { effect } }) => effect.type !== "label" || !effect.follows);
  const proposals = currents.flatMap((current, input) => {
    const whole = own.every(({ owners }) => owners.includes(input));
    if (!whole || [...left].some(({ owners }) => owners.includes(input))) return [];
    const said = new Map([...labelsOf(current.clauses)].map(([id, label]) => [named.of(input, id), label]));
    return [withLabels(clauses, said)];
  });
  const first = proposals[0];
  if (first && proposals.every((other) => JSON.stringify(other) === JSON.stringify(first))) return first;
  const chosen = new Map(
    own.flatMap(({ lead: { effect, input } }) =>
      effect.type === "label" ? [[named.of(input, effect.of), effect.label] as const] : [],
    ),
  );
  return withLabels(relabel(base, anchorOrder(clauses, new Set(base.clauses.map(({ id }) => id))), scheme), chosen);
}
