import type { ClauseRedline, Redline } from "@plenary/diff";
import type { Clause, Text } from "@plenary/document";
import { uniformClauses } from "../../uniform.ts";
import type { WordRead } from "../read/readWord.ts";

/**
 * The empty paragraphs that the file has before and after its changes and that the base text leaves out: they make room,
 * or hold a picture or the end of a section.
 */
export function roomOf(read: WordRead, base: Text): ReadonlySet<string> {
  const known = new Set(base.clauses.map(({ id }) => id));
  const before = new Set(read.base.text.clauses.filter(isEmpty).map(({ id }) => id));
  const both = read.current.text.clauses.filter((each) => isEmpty(each) && before.has(each.id) && !known.has(each.id));
  return new Set(both.map(({ id }) => id));
}

/** The text without that room. */
export function withoutRoom(text: Text, room: ReadonlySet<string>): Text {
  return { ...text, clauses: text.clauses.filter(({ id }) => !room.has(id)) };
}

/** The redline with the room of the file, each empty paragraph after the clause that it follows there; no change is touched. */
export function withRoom(redline: Redline, read: WordRead, room: ReadonlySet<string>): Redline {
  if (room.size === 0) return redline;
  const after = followers(read.current.text, room, [redline.base, redline.current]);
  const taken = new Set<string>();
  const text = (one: Text): Text => {
    const clauses = one.clauses.flatMap((each) => [each, ...(after.get(each.id) ?? [])]);
    return { ...one, clauses: [...(after.get(null) ?? []), ...clauses] };
  };
  const clauses = uniformClauses(after.get(null) ?? [], "=");
  const { length } = redline.clauses;
  const last = lastEntries(redline.clauses);
  let waiting: Clause[] = [];
  for (let i = 0; i < length; i += 1) {
    const entry = redline.clauses[i]!;
    clauses.push(entry);
    for (const id of [entry.current?.id, entry.base?.id]) {
      if (id === undefined || last.get(id) !== i || taken.has(id)) continue;
      taken.add(id);
      waiting.push(...(after.get(id) ?? []));
    }
    // Clauses that were split or joined stay together.
    if (redline.clauses[i + 1]?.joint !== undefined) continue;
    clauses.push(...uniformClauses(waiting, "="));
    waiting = [];
  }
  return { ...redline, base: text(redline.base), current: text(redline.current), clauses };
}

function isEmpty({ kind, content, rows }: Clause): boolean {
  return content.length === 0 && rows.length === 0 && kind !== "footnote" && kind !== "table";
}

/** The room after each clause of the redline; that at the beginning is under null. */
function followers(
  text: Text,
  room: ReadonlySet<string>,
  sides: readonly Text[],
): ReadonlyMap<string | null, Clause[]> {
  const known = new Set(sides.flatMap(({ clauses }) => clauses.map(({ id }) => id)));
  const out = new Map<string | null, Clause[]>();
  let before: string | null = null;
  for (const clause of text.clauses) {
    if (room.has(clause.id)) out.set(before, [...(out.get(before) ?? []), clause]);
    else if (known.has(clause.id)) before = clause.id;
  }
  return out;
}

/** The last entry of each clause, of a moved one that at its new place. */
function lastEntries(entries: readonly ClauseRedline[]): ReadonlyMap<string, number> {
  const out = new Map<string, number>();
  for (const from of [true, false])
    entries.forEach(({ base, current, move }, i) => {
      if ((move === "from") !== from) return;
      for (const one of [base, current]) if (one) out.set(one.id, i);
    });
  return out;
}
