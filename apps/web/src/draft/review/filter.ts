import type { ChangeKind } from "@plenary/diff";
import type { ChangeState } from "@plenary/editor";
import type { ChangeAuthor } from "@plenary/server/api";
import type { Card } from "./cards.ts";
import type { AuthorsById } from "./useAuthors.ts";

/** Which changes are wanted; null and "" want all. `since` wants what was touched after that time, ISO 8601. */
export interface Filter {
  readonly words: string;
  readonly group: string | null;
  readonly person: string | null;
  readonly kind: ChangeKind | null;
  readonly state: ChangeState | null;
  readonly place: string | null;
  readonly since: string | null;
}

/** The filter that wants every change. */
export const everything: Filter = {
  words: "",
  group: null,
  person: null,
  kind: null,
  state: null,
  place: null,
  since: null,
};

/** How many of the parts of a filter want something, the words aside. */
export function narrowings({ words: _words, ...parts }: Filter): number {
  return Object.values(parts).filter((part) => part !== null).length;
}

/** The cards that the filter wants, in their order. */
export function filtered(cards: readonly Card[], authors: AuthorsById, filter: Filter): readonly Card[] {
  if (filter.words === "" && narrowings(filter) === 0) return cards;
  const sought = folded(filter.words.trim());
  return cards.filter(({ change, place, state, summary }) => {
    const signed = authors[change.id] ?? [];
    return (
      (filter.kind === null || change.kind === filter.kind) &&
      (filter.state === null || state === filter.state) &&
      (filter.place === null || place === filter.place) &&
      (filter.group === null || signed.some(({ group }) => group === filter.group)) &&
      (filter.person === null || signed.some(({ name }) => name === filter.person)) &&
      (filter.since === null || signed.some(({ at }) => at > (filter.since ?? ""))) &&
      (sought === "" || [change.deleted, change.inserted, place, summary].some((said) => folded(said).includes(sought)))
    );
  });
}

/** What can be chosen in one part of the filter, with how many changes each choice has. */
export type Choices<Value extends string = string> = ReadonlyMap<Value, number>;

/** The choices of every part, in the order in which the changes have them. */
export function choicesOf(cards: readonly Card[], authors: AuthorsById) {
  const of = <Value extends string>(values: (card: Card) => Iterable<Value>): Choices<Value> => {
    const counts = new Map<Value, number>();
    for (const card of cards)
      for (const value of new Set(values(card))) if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const signed = ({ change }: Card): readonly ChangeAuthor[] => authors[change.id] ?? [];
  return {
    group: of((card) => signed(card).map(({ group }) => group)),
    person: of((card) => signed(card).map(({ name }) => name)),
    kind: of(({ change }) => [change.kind]),
    state: of(({ state }) => [state]),
    place: of(({ place }) => [place]),
  };
}

/** For searching: without case, accents and Arabic vowel signs. */
function folded(words: string): string {
  return words
    .normalize("NFKD")
    .replaceAll(/[\p{M}\u0640]/gu, "")
    .toLowerCase();
}
