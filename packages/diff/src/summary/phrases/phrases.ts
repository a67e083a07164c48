import type { ClauseKind, Mark } from "@plenary/document";

/** A place named by itself, and after "in". */
export interface PlaceName {
  readonly name: string;
  readonly inside: string;
}

/**
 * How one language says what a change is. `inside` is a place as {@link PlaceName} has it after
 * "in", `name` the same by itself; words come with their quotation marks.
 */
export interface Phrases {
  deleted(words: string, inside: string): string;
  inserted(words: string, inside: string): string;
  replaced(before: string, after: string, inside: string): string;
  added(name: string, words: string): string;
  suppressed(name: string, words: string): string;
  /** Moved from one place to another. */
  moved(words: string, from: string, to: string): string;
  /** Moved, with nothing to tell the places apart. */
  movedInside(words: string, inside: string): string;
  /** A clause begins anew after these words. */
  split(name: string, words: string): string;
  /** A clause that says these words goes on another. */
  merged(name: string, into: string, words: string): string;
  labelled(label: string, inside: string): string;
  unlabelled(label: string, inside: string): string;
  relabelled(before: string, after: string, inside: string): string;
  kind(before: string, after: string, inside: string): string;
  /** Levels count from 1 here. */
  level(before: number, after: number, inside: string): string;
  formatted(words: string, before: string, after: string, inside: string): string;
  rowAdded(words: string, inside: string): string;
  rowSuppressed(words: string, inside: string): string;
  /** A column by the quoted words of its header, or by its number from 1 where the header is empty; cells likewise. */
  columnAdded(words: string, inside: string): string;
  columnSuppressed(words: string, inside: string): string;
  cellAdded(words: string, inside: string): string;
  cellSuppressed(words: string, inside: string): string;
  /** The item of a call that has this label; the call's words are the text's own. */
  itemOf(call: string, label: string): PlaceName;
  paragraphOf(call: string): PlaceName;
  /** A labelled clause under no call. */
  item(label: string): PlaceName;
  footnote(label: string): PlaceName;
  readonly kinds: Readonly<Record<ClauseKind, PlaceName>>;
  readonly marks: Readonly<Record<Mark, string>>;
  readonly plain: string;
}

/** Kinds with their names, each as "name | in the name". */
export function kindNames(rows: Readonly<Record<ClauseKind, string>>): Phrases["kinds"] {
  const read = (kind: ClauseKind): PlaceName => {
    const [name = "", inside = ""] = rows[kind].split(" | ");
    return { name, inside };
  };
  return {
    source: read("source"),
    field: read("field"),
    proposal: read("proposal"),
    number: read("number"),
    title: read("title"),
    reference: read("reference"),
    opening: read("opening"),
    call: read("call"),
    item: read("item"),
    paragraph: read("paragraph"),
    heading: read("heading"),
    annexNumber: read("annexNumber"),
    annexTitle: read("annexTitle"),
    footnote: read("footnote"),
    reasons: read("reasons"),
    table: read("table"),
  };
}
