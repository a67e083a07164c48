import type { Change, ChangeKind, Segment } from "@plenary/diff";
import type { AuthorNames } from "../../catalogue/catalogue.ts";
import type { InkPlace } from "./ink.ts";
import { type Revisions, type Signature, wordDate } from "./revisions.ts";

/** Who made a change, as a file may say it. */
export interface ChangeAuthor {
  readonly person: string | null;
  readonly group: string;
  /** ISO, or as a Word file said it. */
  readonly date: string;
}

/** Who signs what. */
export interface Signatures {
  /** The revisions signed by who made the words of a segment, which begins at a place. */
  at(changes: readonly Change[], op: Segment["op"], place: InkPlace, otherwise: Revisions): Revisions;
  /** The revisions signed by who made the first change of one of these kinds. */
  of(changes: readonly Change[], kinds: readonly ChangeKind[], otherwise: Revisions): Revisions;
}

/** Signatures by what is known of each change; those of whom nothing is known sign as the file does. */
export function createSignatures(
  authorOf: ((change: Change) => ChangeAuthor | null) | undefined,
  names: AuthorNames,
): Signatures {
  const sign = (change: Change | undefined, otherwise: Revisions): Revisions => {
    const author = change && names !== "none" ? authorOf?.(change) : undefined;
    return author ? otherwise.by(signatureOf(author, names)) : otherwise;
  };
  return {
    at(changes, op, { base, current }, otherwise) {
      const covers = ({ fromA, toA, fromB, toB }: Change): boolean =>
        op === "-" ? fromA <= base && base < toA : fromB <= current && current < toB;
      const inside = changes.find((change) => (change.kind === "text" || change.kind === "marks") && covers(change));
      return sign(inside ?? changes.find(({ kind }) => whole.has(kind)), otherwise);
    },
    of: (changes, kinds, otherwise) =>
      sign(
        changes.find(({ kind }) => kinds.includes(kind)),
        otherwise,
      ),
  };
}

const whole: ReadonlySet<ChangeKind> = new Set<ChangeKind>(["add", "suppress", "move"]);

/** How Word names those who want no name, and what a file says of them. */
export function signatureOf({ person, group, date }: ChangeAuthor, names: AuthorNames): Signature {
  if (names === "none") return { author: "Author", date: null };
  return {
    author: names === "group-and-person" && person !== null ? `${group} – ${person}` : group,
    date: wordDate(date),
  };
}
