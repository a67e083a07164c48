import { type Clause, type Language, type Text, findOpener, findReferences, flatten } from "@plenary/document";
import type { Redline } from "@plenary/diff";
import type { ClauseEdit } from "@plenary/editor";

/**
 * A reference of the base to a clause of the same text that has another number now, over the half-open range [from, to)
 * of `said`, the flat content of the clause it stands in. `now` is how it has to read; null when a clause it names is
 * gone or stands under another call, and then there are no edits.
 */
export interface StaleReference {
  readonly clause: string;
  readonly said: string;
  readonly from: number;
  readonly to: number;
  readonly now: string | null;
  readonly edits: readonly ClauseEdit[];
}

/** Where a clause stands: the key of its call, and the labels that lead to it. */
interface Place {
  readonly opener: string;
  readonly path: readonly string[];
}

/**
 * The references that renumbering made stale. Only those that stand as in the base are looked at: who wrote a reference
 * meant the numbers of the draft. References under a call that stands twice in the base lead to no one clause.
 */
export function staleReferences({ clauses, base, current }: Redline): readonly StaleReference[] {
  const targets = targetsOf(base);
  const places = placesOf(current);
  return clauses.flatMap(({ base: was, current: is }) => {
    if (!was || !is || was.kind === "table") return [];
    return stale(was, is, base.language, (opener, path) => {
      const id = targets.get(key({ opener, path }));
      // What the base does not have is not for renumbering to break.
      return id === undefined || id === null ? undefined : (places.get(id) ?? null);
    });
  });
}

type Follow = (opener: string, path: readonly string[]) => Place | null | undefined;

function stale(was: Clause, is: Clause, language: Language, follow: Follow): StaleReference[] {
  const before = flatten(was.content);
  const said = flatten(is.content);
  const known = new Set(clauseReferences(before, language).map(({ from, to }) => before.slice(from, to)));
  return clauseReferences(said, language).flatMap(({ from, to, opener }) => {
    const words = said.slice(from, to);
    if (!known.has(words)) return [];
    const edits: ClauseEdit[] = [];
    let lost = false;
    for (const { path, at } of pathsIn(words)) {
      const place = follow(opener, path);
      if (place === undefined) continue;
      if (!place || place.opener !== opener || place.path.length !== path.length) lost = true;
      else
        for (const [i, label] of place.path.entries()) {
          const range = at[i];
          if (range && label !== path[i]) edits.push({ from: from + range.from, to: from + range.to, insert: label });
        }
    }
    if (!lost && edits.length === 0) return [];
    // A label that several paths share is replaced once.
    const once = edits.filter((edit, i) => edits.findIndex((other) => other.from === edit.from) === i);
    const now = once.toReversed().reduce((out, { from: a, to: b, insert }) => {
      return out.slice(0, a - from) + insert + out.slice(b - from);
    }, words);
    return [{ clause: is.id, said, from, to, now: lost ? null : now, edits: lost ? [] : once }];
  });
}

function clauseReferences(said: string, language: Language) {
  return findReferences(said, language).flatMap((found) => {
    if (found.kind !== "clause") return [];
    // "resolves 1 a)": what follows a number names an item inside it.
    const inside = /^ ?[a-zа-я]{1,2}\)/u.exec(said.slice(found.to))?.[0] ?? "";
    return [{ ...found, to: found.to + inside.length }];
  });
}

const LABEL = /\d{1,2}(?:\.\d{1,2})*(?:bis|ter)?|[a-zа-я]{1,2}[)）](?:bis|ter)?|[أ-ي]ـ? ?\)/gu;

/** The labels of a reference as paths: "1 a) and 2" leads to `1 a)` and to `2`; `at` are their ranges in the words. */
function pathsIn(words: string) {
  const paths: { path: string[]; at: { from: number; to: number }[] }[] = [];
  let end = -1;
  for (const { index, 0: label } of words.matchAll(LABEL)) {
    const range = { from: index, to: index + label.length };
    const last = paths.at(-1);
    const nested = last?.path.length === 1 && /^\d/.test(last.path[0] ?? "") && !/^\d/.test(label);
    if (last && nested && /^ ?$/.test(words.slice(end, index))) {
      last.path.push(plain(label));
      last.at.push(range);
    } else paths.push({ path: [plain(label)], at: [range] });
    end = range.to;
  }
  return paths;
}

/** The clause at each place; null where two are. */
function targetsOf(text: Text): ReadonlyMap<string, string | null> {
  const out = new Map<string, string | null>();
  for (const [id, place] of placesOf(text)) out.set(key(place), out.has(key(place)) ? null : id);
  return out;
}

/** The place of every labelled clause under a call. */
function placesOf({ clauses, language }: Text): ReadonlyMap<string, Place> {
  const out = new Map<string, Place>();
  let opener: string | null = null;
  let above: { readonly level: number; readonly label: string }[] = [];
  for (const clause of clauses) {
    if (clause.kind === "call") {
      opener = findOpener(flatten(clause.content), language)?.key ?? null;
      above = [];
    } else if (clause.kind !== "item" && clause.kind !== "paragraph" && clause.kind !== "table") opener = null;
    if (opener === null || clause.label === null) continue;
    above = [...above.filter(({ level }) => level < clause.level), { level: clause.level, label: plain(clause.label) }];
    out.set(clause.id, { opener, path: above.map(({ label }) => label) });
  }
  return out;
}

function key({ opener, path }: Place): string {
  return [opener, ...path].join("\0");
}

/** A label as references print it: without spaces and lengthening. */
function plain(label: string): string {
  return label.replaceAll(/[\s\u0640]/gu, "").replace("）", ")");
}
