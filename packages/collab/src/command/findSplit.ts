import { type Text, flatten } from "@plenary/document";
import type * as Y from "yjs";
import { deep } from "../draft/isEmpty.ts";
import { readClauses } from "../draft/readClauses.ts";
import { resolveIds } from "../draft/resolveIds.ts";

/** Where somebody wants to split: a clause, a place in its flat content, and some words on both sides of it. */
interface WantedSplit {
  readonly clause: string;
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Where that place is now: in the clause itself, wherever its words have gone meanwhile, or in an added clause behind
 * it, where an earlier split has put them. When the text is split there already, the clause that was made; "missing" when there is
 * no such clause, "changed" when the words on both sides do not stand together any more, or do so twice.
 */
export function findSplit(
  doc: Y.Doc,
  published: Text,
  { clause, at, before, after }: WantedSplit,
): { readonly clause: string; readonly at: number } | { readonly made: string } | "missing" | "changed" {
  const raw = readClauses(doc);
  const ids = resolveIds(raw, published);
  const standing = deep(raw).flatMap((each) => {
    const id = ids.get(each);
    return id === undefined ? [] : [{ id, said: flatten(each.content) }];
  });
  const first = standing.findIndex(({ id }) => id === clause);
  if (first === -1) return "missing";
  const base = new Set(deep(published.clauses).map(({ id }) => id));
  const next = standing.findIndex(({ id }, i) => i > first && base.has(id));
  const pieces = standing.slice(first, next === -1 ? undefined : next);
  const own = pieces[0]!;
  if (stands(own.said, at, before, after)) {
    if (own.said.slice(at).trim() !== "") return { clause, at };
    // By the words before alone, as a join is taken back: somebody else has taken it back already.
    const behind = standing[first + 1];
    return behind ? { made: behind.id } : "changed";
  }
  // Another split nearby has parted the words farther off: the nearest ones tell the place too, where they stand once.
  for (const reach of [Math.max(before.length, after.length), 12, 6, 4]) {
    const places = pieces.flatMap(({ id, said }) =>
      placesOf(said, before.slice(-reach), after.slice(0, reach)).map((place) => ({ clause: id, at: place })),
    );
    const [only, other] = places;
    if (only && !other) return only;
    if (other) break;
  }
  const made = pieces.find(({ said }, i) => i > 0 && isSplit(pieces[i - 1]!.said, said, before, after));
  return made ? { made: made.id } : "changed";
}

function stands(said: string, at: number, before: string, after: string): boolean {
  return said.slice(0, at).endsWith(before) && said.startsWith(after, at);
}

function placesOf(said: string, before: string, after: string): number[] {
  const places: number[] = [];
  const words = before + after;
  if (words === "") return places;
  for (let at = said.indexOf(words); at !== -1; at = said.indexOf(words, at + 1)) places.push(at + before.length);
  return places;
}

/** Whether one clause ends and the next begins where the words come together, the blanks between aside. */
function isSplit(said: string, next: string, before: string, after: string): boolean {
  const words = [before.trimEnd(), after.trimStart()] as const;
  return words.join("") !== "" && said.endsWith(words[0]) && next.startsWith(words[1]);
}
