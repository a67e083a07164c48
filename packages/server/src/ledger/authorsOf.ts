import type { Change, ClauseRedline, Redline } from "@plenary/diff";
import { type Cell, type Clause, type Row, flatten } from "@plenary/document";
import type { LedgerClause } from "./createLedger.ts";
import type { Deletions } from "./deletions.ts";
import { type Stamp, type Who, sameStamp } from "./run.ts";

/**
 * Someone's part in a change. `wrote`: [from, to) of the current clause; `deleted`: [from, to) of the base clause; `moved`:
 * words of the base that stand elsewhere now, in the current clause where they came to, in the base clause where they
 * left; `shaped`: kind, level or label; `formatted`: formatting alone, both over all of the change's current range.
 * `clause` is the id of that clause; `at` is milliseconds since 1970.
 */
export interface Authorship extends Who {
  readonly act: "wrote" | "deleted" | "moved" | "shaped" | "formatted";
  readonly clause: string;
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** What is read of a ledger. */
interface View {
  readonly clauses: ReadonlyMap<string, LedgerClause>;
  readonly deletions: Pick<Deletions, "within">;
}

/**
 * Who made a change of a redline from the published text to the live one the ledger follows, in the order of the text,
 * what was deleted first. Empty only for a change that follows from others, as of a printed number.
 */
export function authorsOf(view: View, change: Change, redline: Redline): Authorship[] {
  const found = findEntry(redline.clauses, change);
  if (!found) return [];
  const acts = [
    ...found.base.flatMap((clause) => gone(view, clause, ...range(change, clause, "A"))),
    ...found.current.flatMap((clause) => came(view, clause, ...range(change, clause, "B"))),
  ];
  const ofShape = change.kind === "kind" || change.kind === "label" || change.kind === "marks";
  if (ofShape) return shaped(view, change, found.current);
  if (acts.length > 0) return acts;
  return change.kind === "text" ? edited(view, change, found.current) : placed(view, change, found.current, redline);
}

/** Of words that the redline takes for others than the ledger does, as of several alike: who edited the clause last. */
function edited(view: View, change: Change, current: readonly Clause[]): Authorship[] {
  return current.flatMap((clause) => {
    const by = liveClause(view, clause)?.edited;
    if (!by) return [];
    return change.inserted === ""
      ? [authorship("deleted", change.clause, change.fromA, change.toA, by)]
      : [authorship("wrote", clause.id, change.fromB, change.toB, by)];
  });
}

/** Of clauses alone: who put an empty one there, or who took others past one that stayed where it was. */
function placed(view: View, change: Change, current: readonly Clause[], { base, current: now }: Redline): Authorship[] {
  if (change.kind !== "add" && change.kind !== "move") return [];
  const order = new Map(base.clauses.map(({ id }, i) => [id, i]));
  const at = now.clauses.findIndex(({ id }) => id === current[0]?.id);
  const past = now.clauses.filter(({ id }, i) => {
    const [own, other] = [order.get(change.clause), order.get(id)];
    return own !== undefined && other !== undefined && (own < other ? i < at : i > at);
  });
  return (change.kind === "add" ? current : past).flatMap((clause) => {
    const by = liveClause(view, clause)?.placed;
    const act = change.kind === "add" ? "wrote" : "moved";
    return by ? [authorship(act, clause.id, 0, flatten(clause.content).length, by)] : [];
  });
}

function gone(view: View, { id, content }: Clause, from: number, to: number): Authorship[] {
  const said = flatten(content);
  const deleted = slid(said, from, to, (start, end) => view.deletions.within(id, start, end));
  const acts = deleted.map((one) => authorship("deleted", id, one.from, one.to, one.by));
  for (const clause of view.clauses.values())
    for (const run of clause.runs) {
      const [start, end] = [Math.max(run.offset, from), Math.min(run.offset + run.length, to)];
      if (run.base === id && run.by && start < end) acts.push(authorship("moved", id, start, end, run.by));
    }
  return joined(acts.toSorted((one, other) => one.from - other.from));
}

function came(view: View, clause: Clause, from: number, to: number): Authorship[] {
  const said = flatten(clause.content);
  const runs = liveClause(view, clause)?.runs ?? [];
  return joined(
    slid(said, from, to, (start, end) => {
      const acts: Authorship[] = [];
      let at = 0;
      for (const run of runs) {
        const [first, last] = [Math.max(at, start), Math.min(at + run.length, end)];
        if (run.by && first < last)
          acts.push(authorship(run.base === null ? "wrote" : "moved", clause.id, first, last, run.by));
        at += run.length;
      }
      return acts;
    }),
  );
}

/** Of letters that repeat, as in "oo", the redline and the ledger can mean different ones: the range slides along them. */
function slid<T>(said: string, from: number, to: number, read: (from: number, to: number) => T[]): T[] {
  const here = read(from, to);
  if (here.length > 0 || from === to) return here;
  for (let by = 1; from - by >= 0 && said[from - by] === said[to - by]; by++) {
    const there = read(from - by, to - by);
    if (there.length > 0) return there;
  }
  for (let by = 1; to + by <= said.length && said[from + by - 1] === said[to + by - 1]; by++) {
    const there = read(from + by, to + by);
    if (there.length > 0) return there;
  }
  return [];
}

function shaped(view: View, change: Change, clauses: readonly Clause[]): Authorship[] {
  return clauses.flatMap((clause) => {
    const live = liveClause(view, clause);
    const by = (change.kind === "marks" ? live?.formatted : live?.shaped) ?? live?.placed ?? live?.edited;
    const act = change.kind === "marks" ? "formatted" : "shaped";
    return by ? [authorship(act, clause.id, change.fromB, change.toB, by)] : [];
  });
}

/** The live clause that the current text calls so; an id that was doubled has got a tail there. */
function liveClause({ clauses }: View, { id, content }: Clause): LedgerClause | null {
  const text = flatten(content);
  const alike = [...clauses.values()].filter(
    (one) => one.text === text && (id === one.id || id.startsWith(`${one.id}~`)),
  );
  return alike.find((one) => one.id === id) ?? alike[0] ?? null;
}

/** Every clause a change is of: its own, or those in the cells of a row or of a whole table. */
interface Found {
  readonly base: readonly Clause[];
  readonly current: readonly Clause[];
}

function findEntry(entries: readonly ClauseRedline[], change: Change): Found | null {
  for (const { base, current, changes, rows } of entries) {
    const index = changes.filter(({ kind }) => kind === change.kind).findIndex(({ id }) => id === change.id);
    if (index !== -1 && change.kind === "row") {
      const row = rows.filter((one) => one.base === null || one.current === null)[index];
      return { base: inRow(row?.base ?? null), current: inRow(row?.current ?? null) };
    }
    if (index !== -1 && (change.kind === "column" || change.kind === "cell")) {
      const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.change === change.id));
      return {
        base: cells.flatMap((cell) => inCell(cell.base)),
        current: cells.flatMap((cell) => inCell(cell.current)),
      };
    }
    if (index !== -1) return { base: base ? whole(base) : [], current: current ? whole(current) : [] };
    for (const row of rows)
      for (const cell of row.cells) {
        const found = findEntry(cell.clauses, change);
        if (found) return found;
      }
  }
  return null;
}

function whole(clause: Clause): Clause[] {
  return [clause, ...clause.rows.flatMap(inRow)];
}

function inRow(row: Row | null): Clause[] {
  return row?.cells.flatMap(inCell) ?? [];
}

function inCell(cell: Cell | null): Clause[] {
  return cell?.clauses.flatMap(whole) ?? [];
}

/** The range of a change in one of its clauses: its own for words, all of the clause for a change of it whole. */
function range(change: Change, clause: Clause, side: "A" | "B"): [number, number] {
  if (change.kind === "text") return side === "A" ? [change.fromA, change.toA] : [change.fromB, change.toB];
  return change.kind === "label" ? [0, 0] : [0, flatten(clause.content).length];
}

function authorship(act: Authorship["act"], clause: string, from: number, to: number, by: Stamp): Authorship {
  return { act, clause, from, to, person: by.person, group: by.group, at: by.at };
}

/** Neighbours of one person and time are one. */
function joined(acts: readonly Authorship[]): Authorship[] {
  const out: Authorship[] = [];
  for (const act of acts) {
    const last = out.at(-1);
    if (last?.to === act.from && last.act === act.act && last.clause === act.clause && sameStamp(last, act))
      out[out.length - 1] = { ...last, to: act.to };
    else out.push(act);
  }
  return out;
}
