import { type Clause, type Text, concat, content, flatten, item, relabel, slice } from "@plenary/document";
import { remoteCommunities } from "./remote-communities.ts";

function amended(base: Text): Text {
  const clauses = base.clauses
    .filter((clause) => clause.id !== "considering-g")
    .flatMap((clause) => [reworded(clause), ...(added.get(clause.id) ?? [])]);
  return { ...base, clauses: relabel(base, clauses) };
}

/** Words replaced: clause, the base's words, the group's words. */
const rewordings: readonly (readonly [clause: string, from: string, to: string])[] = [
  ["number", "Porto, 2023", "Valparaíso, 2027"],
  ["reference", "Porto, 2023", "Porto, 2023; Valparaíso, 2027"],
  ["opening", "Porto, 2023", "Valparaíso, 2027"],
  ["considering-d", "should be planned together", "must be planned and paid for together"],
  ["noting-a", "twelve archipelagos between 2019 and 2022", "fifteen archipelagos between 2019 and 2026"],
  ["resolves-1", "until 2027", "until 2031"],
  ["resolves-3", "40 per cent", "half"],
  ["annex-number", "Porto, 2023", "Valparaíso, 2027"],
];

/** Clauses added behind a clause of the base. */
const added: ReadonlyMap<string, readonly Clause[]> = new Map([
  [
    "considering-a",
    [item("a)", "that satellite services have become affordable in many places since 2023;", { id: "add-satellites" })],
  ],
  [
    "invites-2",
    [item("1", "to let community networks use idle spectrum in thinly peopled areas;", { id: "add-spectrum" })],
  ],
]);

function reworded(clause: Clause): Clause {
  const found = rewordings.find(([id]) => id === clause.id);
  if (!found) return clause;
  const [id, from, to] = found;
  const flat = flatten(clause.content);
  const at = flat.indexOf(from);
  if (at === -1) throw new Error(`the sample clause ${id} does not say "${from}"`);
  const before = slice(clause.content, 0, at);
  const after = slice(clause.content, at + from.length, flat.length);
  return { ...clause, content: concat(before, content(to), after) };
}

/** What the European group has made of Resolution 7 so far, so that a newcomer sees a redline. */
export const europeanAmendment: Text = amended(remoteCommunities);
