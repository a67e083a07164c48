import { type Clause, type Content, type Text, concat, slice } from "@plenary/document";
import { applyJoint, jointGroups } from "./joints/applyJoint.ts";
import { type OutputIds, outputIds } from "./outputIds.ts";
import type { Change, ClauseRedline, Redline } from "./redline.ts";
import { applyTable } from "./tables/applyTable.ts";

/**
 * The base with these changes applied, those left out rejected; all of them applied when `ids` is
 * left out, which gives the current text. Ids that are not in the redline are passed over. A paired
 * clause keeps the base's id, an added one its own. Labels change by their own changes.
 */
export function accept(redline: Redline, ids?: Iterable<string>): Text {
  return apply(redline, ids ? new Set(ids) : everyChange(redline));
}

/** The current text with these changes taken back; all of them when `ids` is left out, which gives the base. */
export function reject(redline: Redline, ids?: Iterable<string>): Text {
  const rejected = ids ? new Set(ids) : everyChange(redline);
  return apply(redline, new Set(redline.changes.map(({ id }) => id).filter((id) => !rejected.has(id))));
}

function everyChange(redline: Redline): Set<string> {
  return new Set(redline.changes.map(({ id }) => id));
}

function apply(redline: Redline, chosen: ReadonlySet<string>): Text {
  const { base, current } = redline;
  const names = outputIds(redline.clauses, chosen);
  const language = chosen.size === 0 ? base.language : current.language;
  return { language, clauses: applyClauses(redline.clauses, chosen, names) };
}

function applyClauses(entries: readonly ClauseRedline[], chosen: ReadonlySet<string>, names: OutputIds): Clause[] {
  const moves = new Map<Clause, boolean>();
  for (const { move, base, changes } of entries)
    if (move === "to" && base) moves.set(base, takes(changes, "move", chosen));
  const contents = new Map<Clause, Clause>();
  const groups = jointGroups(entries);
  for (const [entry, ...more] of groups)
    if (entry?.base && entry.current && more.length === 0)
      contents.set(entry.base, mixed(entry.base, entry.current, entry, chosen, names));
  const out: Clause[] = [];
  for (const group of groups) {
    if (group.length > 1) {
      out.push(...applyJoint(group, chosen, names, said));
      continue;
    }
    const { base, current, move, changes } = group[0]!;
    if (base === null) {
      if (current && takes(changes, "add", chosen)) out.push(names.current(current));
      continue;
    }
    const clause = contents.get(base) ?? base;
    if (move === null ? current !== null || !takes(changes, "suppress", chosen) : moves.get(base) === (move === "to"))
      out.push(clause);
  }
  return out;

  function said({ base, current, changes }: ClauseRedline, from: number, to: number): Content {
    return mixedContent(base?.content ?? [], names.content(current?.content ?? []), changes, chosen, from, to);
  }
}

function takes(changes: readonly Change[], kind: Change["kind"], chosen: ReadonlySet<string>): boolean {
  return changes.some((change) => change.kind === kind && chosen.has(change.id));
}

// The clause with the changes chosen; the very base clause when it comes out as it was.
function mixed(
  base: Clause,
  current: Clause,
  entry: ClauseRedline,
  chosen: ReadonlySet<string>,
  names: OutputIds,
): Clause {
  const own = entry.changes.filter(({ id }) => chosen.has(id));
  const rows =
    entry.rows.length > 0
      ? applyTable(entry, chosen, names, (clauses) => applyClauses(clauses, chosen, names))
      : base.rows;
  const structure = own.some(({ kind }) => kind === "kind") ? current : base;
  const said = own.some(({ kind }) => kind === "text" || kind === "marks");
  if (own.every(({ kind }) => kind === "move") && sameItems(rows, base.rows)) return base;
  return {
    id: base.id,
    kind: structure.kind,
    level: structure.level,
    label: own.some(({ kind }) => kind === "label") ? current.label : base.label,
    content: said ? mixedContent(base.content, names.content(current.content), entry.changes, chosen) : base.content,
    rows,
  };
}

// The stretch of the base's content with the changes chosen, all of which lie in it.
function mixedContent(
  base: Content,
  current: Content,
  changes: readonly Change[],
  chosen: ReadonlySet<string>,
  from = 0,
  to = Infinity,
): Content {
  const pieces: Content[] = [];
  let at = from;
  for (const { id, kind, fromA, toA, fromB, toB } of changes) {
    if (kind !== "text" && kind !== "marks") continue;
    pieces.push(slice(base, at, fromA));
    pieces.push(chosen.has(id) ? slice(current, fromB, toB) : slice(base, fromA, toA));
    at = toA;
  }
  pieces.push(slice(base, at, to));
  return concat(...pieces);
}

function sameItems<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.length === other.length && one.every((item, i) => item === other[i]);
}
