import type { Clause, Text } from "../clause.ts";
import { type CurrentList, type Home, currentLists } from "./currentLists.ts";
import { deriveLabels } from "./deriveLabels.ts";
import { type Label, ordinal, samePrefix } from "./label.ts";
import { type PublishedList, publishedLists } from "./publishedLists.ts";
import { renumberLabels } from "./renumberLabels.ts";
import { parseLabel } from "./readLabel.ts";

/**
 * The current clauses with the labels they are printed with. Clauses whose id is in the published text have a label
 * there; added ones carry a sample of the style they take (`a)`, `1`), or null for none. A list that is as published
 * keeps every label as printed. In a changed list whose published labels run on regularly "renumber" numbers the
 * current clauses in order; otherwise, and with "keep", survivors keep theirs and added ones take derived labels
 * (`b)bis`, `3A`). Clauses whose label does not change are the same objects. Never throws. Doing it twice
 * changes nothing more, except where an added clause was given a label that can be read two ways (`i)`, Cyrillic а) and
 * stands in a list of its own beside another: always relabel from the samples.
 */
export function relabel(
  published: Text,
  clauses: readonly Clause[],
  scheme: "renumber" | "keep" = "renumber",
): readonly Clause[] {
  const homes = new Map<string, Home>();
  const parents = new Map<PublishedList, boolean>();
  for (const scope of scopes(published.clauses)) {
    const lists = publishedLists(scope);
    for (const list of lists) for (const member of list.members) homes.set(member.id, { list, member });
    for (const list of lists) parents.set(list, hasParent(list, scope, homes));
  }
  const book: Book = { published, homes, parents, scheme };
  return relabelScope(book, clauses);
}

interface Book {
  readonly published: Text;
  readonly homes: ReadonlyMap<string, Home>;
  readonly parents: ReadonlyMap<PublishedList, boolean>;
  readonly scheme: "renumber" | "keep";
}

function relabelScope(book: Book, clauses: readonly Clause[]): readonly Clause[] {
  const labels = new Map<number, string>();
  const paths = new Map<number, Label>();
  const taken = new Map<PublishedList, Label>();
  const lists = currentLists(clauses, book.homes);
  // Shallow paths first: `3.2` takes the number that its heading got.
  const byDepth = lists.toSorted((a, b) => depth(a) - depth(b));
  for (const list of byDepth) {
    const main = mainOf(list);
    const parent = parentPath(list, main, book, paths);
    const given = numberList(book, list, main, parent, taken);
    list.places.forEach((place, i) => {
      const label = given[i];
      if (label === undefined) return;
      labels.set(place.index, label);
      const read = parseLabel(label);
      if (read?.family === "digit" && read.derived === null) paths.set(place.index, read);
    });
    const last = given.at(-1);
    const read = last === undefined ? null : parseLabel(last);
    if (main && read) taken.set(main, read);
  }
  let changed = false;
  const out = clauses.map((clause, index) => {
    const rows = relabelRows(book, clause);
    const label = labels.get(index) ?? clause.label;
    if (label === clause.label && rows === clause.rows) return clause;
    changed = true;
    return { ...clause, label, rows };
  });
  return changed ? out : clauses;
}

function relabelRows(book: Book, clause: Clause): Clause["rows"] {
  let changed = false;
  const rows = clause.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => {
      const clauses = relabelScope(book, cell.clauses);
      if (clauses !== cell.clauses) changed = true;
      return { ...cell, clauses };
    }),
  }));
  return changed ? rows : clause.rows;
}

function numberList(
  book: Book,
  list: CurrentList,
  main: PublishedList | null,
  parent: readonly number[] | null,
  taken: ReadonlyMap<PublishedList, Label>,
): readonly string[] {
  if (main && asPublished(list, main) && samePath(parent, main)) return main.members.map((member) => member.printed);
  const regular = main === null || main.regular;
  if (book.scheme === "keep" || !regular) return deriveLabels(list, main, book.published.language);
  return renumberLabels(list, main, parent, main ? (taken.get(main) ?? null) : null);
}

/** Whether the list holds the same clauses in the same order as the published one. */
function asPublished(list: CurrentList, main: PublishedList): boolean {
  return (
    list.places.length === main.members.length &&
    list.places.every((place, i) => place.home !== null && place.home.member === main.members[i])
  );
}

function samePath(parent: readonly number[] | null, main: PublishedList): boolean {
  const label = main.members[0]?.label;
  return parent === null || label === undefined || samePrefix(label, { ...label, path: [...parent, 0] });
}

/** The published list that most of a current list comes from, the first of equals; null when all is added. */
function mainOf(list: CurrentList): PublishedList | null {
  const counts = new Map<PublishedList, number>();
  for (const { home } of list.places) if (home) counts.set(home.list, (counts.get(home.list) ?? 0) + 1);
  let main: PublishedList | null = null;
  for (const [each, count] of counts) if (main === null || count > (counts.get(main) ?? 0)) main = each;
  return main;
}

/** The number of the clause that a list of decimal paths stands under; null when it follows none. */
function parentPath(
  list: CurrentList,
  main: PublishedList | null,
  book: Book,
  paths: ReadonlyMap<number, Label>,
): readonly number[] | null {
  const first = list.places[0];
  const wanted = depth(list) - 1;
  if (!first || wanted < 1 || (main && !book.parents.get(main))) return null;
  for (let index = first.index - 1; index >= 0; index--) {
    const path = paths.get(index)?.path;
    if (path && path.length === wanted) return path;
  }
  return null;
}

function depth(list: CurrentList): number {
  return list.places[0]?.label.path.length ?? 0;
}

/** Whether a published list of decimal paths stands under the clause whose number it begins with. */
function hasParent(list: PublishedList, scope: readonly Clause[], homes: ReadonlyMap<string, Home>): boolean {
  const first = list.members[0];
  if (!first || first.label.path.length < 2) return false;
  const at = scope.findIndex((clause) => clause.id === first.id);
  const above = scope.slice(0, Math.max(at, 0)).findLast((clause) => {
    const label = homes.get(clause.id)?.member.label;
    return label?.family === "digit" && label.path.length === first.label.path.length - 1;
  });
  const label = above && homes.get(above.id)?.member.label;
  return label !== undefined && samePrefix(first.label, { ...label, path: [...label.path, ordinal(first.label)] });
}

/** The clauses of a text, and of every cell of its tables, list by list. */
function scopes(clauses: readonly Clause[]): readonly (readonly Clause[])[] {
  const cells = clauses.flatMap((clause) => clause.rows.flatMap((row) => row.cells));
  return [clauses, ...cells.flatMap((cell) => scopes(cell.clauses))];
}
