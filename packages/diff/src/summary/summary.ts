import { type Clause, type ClauseKind, type Language, clauseKinds, flatten, marks } from "@plenary/document";
import type { Change, ClauseRedline, Redline } from "../redline.ts";
import { ar } from "./phrases/ar.ts";
import { en } from "./phrases/en.ts";
import { es } from "./phrases/es.ts";
import { fr } from "./phrases/fr.ts";
import type { Phrases, PlaceName } from "./phrases/phrases.ts";
import { ru } from "./phrases/ru.ts";
import { zh } from "./phrases/zh.ts";
import { type Place, placeOf } from "./place.ts";
import { isolated, lastWords, oneLine, quoted, shortened } from "./quoted.ts";
import { revealed } from "./spaces.ts";

const phrases: Readonly<Record<Language, Phrases>> = { en, fr, es, ru, ar, zh };

/**
 * A change of the redline in one line of this language: what was done, to which words, where
 * (`Deleted “shall” in resolves 3`). Calls and words are the text's own, long ones shortened.
 * Plain text. Throws when the change is not of this redline.
 */
export function summary(change: Change, redline: Redline, language: Language): string {
  const found = find(change, redline);
  if (!found) throw new Error(`The change ${change.id} is not in this redline: take it from redline.changes.`);
  return lineOf(change, found, redline.current.language, language);
}

/** The line for a change at its place; `written` is the language of the text. */
export function lineOf(change: Change, place: Found, written: Language, language: Language): string {
  const say = phrases[language];
  const named = (one: Place | null) => nameOf(say, one ?? place.here, language, written);
  // Of a footnote's anchor there is nothing to quote.
  const quote = (said: string) =>
    said !== "" && oneLine(said) === "" ? say.kinds.footnote.name : quoted(said, language, written);
  const { kind, deleted, inserted } = change;
  const { name, inside } = named(place.here);
  switch (kind) {
    case "text": {
      const [gone, come] = revealed(deleted, inserted, language) ?? [deleted, inserted];
      if (inserted === "") return say.deleted(quote(gone), inside);
      if (deleted === "") return say.inserted(quote(come), inside);
      return say.replaced(quote(gone), quote(come), inside);
    }
    case "add":
      return say.added(whole(place, say) ?? name, quote(inserted));
    case "suppress":
      return say.suppressed(whole(place, say) ?? name, quote(deleted));
    case "move": {
      const from = named(place.before).name;
      return from === name ? say.movedInside(quote(inserted), inside) : say.moved(quote(inserted), from, name);
    }
    case "label": {
      const around = named({ ...place.here, label: null }).inside;
      if (inserted === "") return say.unlabelled(quote(deleted), around);
      if (deleted === "") return say.labelled(quote(inserted), around);
      return say.relabelled(quote(deleted), quote(inserted), around);
    }
    case "kind":
      return kindChange(say, change, inside);
    case "marks":
      return say.formatted(
        quote(flatten(place.entry.base?.content ?? []).slice(change.fromA, change.toA)),
        markNames(say, deleted),
        markNames(say, inserted),
        inside,
      );
    case "split": {
      const whole = place.entry.base!;
      const said = oneLine(flatten(whole.content).slice(0, change.fromA)).trim();
      return say.split(named(place.before).name, quoted(lastWords(said), language, written));
    }
    case "merge":
      return say.merged(named(place.before).name, name, quote(deleted));
    case "row":
      return deleted === "" && change.toA === 0
        ? say.rowAdded(quote(inserted), inside)
        : say.rowSuppressed(quote(deleted), inside);
    case "column":
    case "cell": {
      const suppressed = change.fromA < change.toA;
      const words = suppressed ? deleted : inserted;
      const named = oneLine(words).trim() === "" ? String(suppressed ? change.toA : change.toB) : quote(words);
      if (kind === "cell") return suppressed ? say.cellSuppressed(named, inside) : say.cellAdded(named, inside);
      return suppressed ? say.columnSuppressed(named, inside) : say.columnAdded(named, inside);
    }
  }
}

// A clause that comes or goes inside a table is not the table.
function whole({ entry, inTable }: Found, say: Phrases): string | null {
  const clause = entry.current ?? entry.base;
  return inTable && clause ? say.kinds[clause.kind].name : null;
}

/** A change's entry and where it stands. */
export interface Found {
  readonly entry: ClauseRedline;
  readonly inTable: boolean;
  /** In the current text, or in the base when the clause is gone. */
  readonly here: Place;
  readonly before: Place | null;
}

/** The entry that makes the change; one inside a table has the table's place. */
function find({ id }: Change, { clauses, base, current }: Redline): Found | null {
  for (const top of clauses) {
    const entry = holder(top, id);
    if (!entry) continue;
    const before = top.base ? placeOf(base.clauses, indexOf(base.clauses, top.base)) : null;
    const here = top.current ? placeOf(current.clauses, indexOf(current.clauses, top.current)) : before;
    return here && { entry, inTable: entry !== top, here, before };
  }
  return null;
}

// By id: the entry of a session may hold the equal clause of an earlier text.
function indexOf(clauses: readonly Clause[], { id }: Clause): number {
  return clauses.findIndex((clause) => clause.id === id);
}

function holder(entry: ClauseRedline, id: string): ClauseRedline | null {
  if (entry.changes.some((change) => change.id === id)) return entry;
  for (const { cells } of entry.rows)
    for (const cell of cells)
      for (const inside of cell.clauses) {
        const found = holder(inside, id);
        if (found) return found;
      }
  return null;
}

function nameOf(say: Phrases, { kind, call, label }: Place, language: Language, written: Language): PlaceName {
  const own = call === null ? null : isolated(shortened(call), language, written);
  const number = label === null ? null : isolated(label, language, written);
  if (own !== null) return number === null ? say.paragraphOf(own) : say.itemOf(own, number);
  if (number === null) return say.kinds[kind];
  return kind === "footnote" ? say.footnote(number) : say.item(number);
}

// Such a change says "item", or "item 1" when the level changed as well.
function kindChange(say: Phrases, { deleted, inserted }: Change, inside: string): string {
  const [kindA, levelA] = readKind(deleted);
  const [kindB, levelB] = readKind(inserted);
  if (kindA === kindB) return say.level(levelA + 1, levelB + 1, inside);
  return say.kind(say.kinds[kindA].name, say.kinds[kindB].name, inside);
}

function readKind(said: string): [ClauseKind, number] {
  const [name, level] = said.split(" ");
  return [clauseKinds.find((kind) => kind === name) ?? "paragraph", Number(level ?? 0)];
}

function markNames(say: Phrases, said: string): string {
  const names = marks.filter((mark) => said.split(" ").includes(mark)).map((mark) => say.marks[mark]);
  return names.length === 0 ? say.plain : names.join(" + ");
}
