import type { LogEntry, LogStore, Statement } from "../store/logStore.ts";

/** Who gave an update to the journal and wants to know what became of it. */
export interface JournalOwner {
  /** The owner's next `count` updates, in the order given, are durable; `head` is the number of the last one. */
  committed(count: number, head: number): void;
  /** An update of the owner could not be stored, nor any that it gave since. */
  failed(error: unknown): void;
}

/**
 * The way of all updates into the log. Whatever is given while the last commit runs goes into the next one together,
 * without a timer: a lone keystroke waits for one sync of the disk only. Where the log has one lane, that is across
 * documents; where it has more, each document has its own commits, in its own order.
 */
export interface Journal {
  /** Gives an update to be stored. */
  add(entry: LogEntry, owner: JournalOwner): void;
  /** Runs the change; the updates that it adds are stored with the statements, in one transaction or not at all. */
  together<T>(statements: readonly Statement[], change: () => T): T;
}

interface Given {
  readonly entry: LogEntry;
  readonly owner: JournalOwner;
}

/** What is stored as a whole or not at all. */
interface Unit {
  readonly given: Given[];
  readonly statements: readonly Statement[];
}

/** What one commit holds. */
interface Batch {
  readonly units: Unit[];
  readonly docs: Set<string>;
}

/** A journal into the log. */
export function createJournal(log: Pick<LogStore, "append" | "lanes">): Journal {
  let queue: Unit[] = [];
  let open: Unit | null = null;
  let due = false;
  const running = new Set<Batch>();

  /** Starts as many commits as there are lanes for. A document is in one at a time, and its updates keep their order. */
  function start(): void {
    due = false;
    if (running.size >= log.lanes) return;
    const held = new Set([...running].flatMap(({ docs }) => [...docs]));
    const batches: Batch[] = [];
    const rest: Unit[] = [];
    for (const unit of queue) {
      const docs = new Set(unit.given.map(({ entry }) => entry.doc));
      const batch = disjoint(docs, held) ? batchFor(docs, batches) : null;
      if (batch) {
        batch.units.push(unit);
        for (const doc of docs) batch.docs.add(doc);
      } else {
        rest.push(unit);
        for (const doc of docs) held.add(doc);
      }
    }
    queue = rest;
    for (const batch of batches) void commit(batch);
  }

  /** The batch that the documents are to go with; null while no lane is free, or when two batches hold some of them. */
  function batchFor(docs: ReadonlySet<string>, batches: Batch[]): Batch | null {
    const sharing = log.lanes === 1 ? batches : batches.filter((batch) => !disjoint(docs, batch.docs));
    if (sharing.length > 1) return null;
    if (sharing[0]) return sharing[0];
    if (running.size + batches.length >= log.lanes) return null;
    const batch = { units: [], docs: new Set<string>() };
    batches.push(batch);
    return batch;
  }

  async function commit(batch: Batch): Promise<void> {
    running.add(batch);
    const given = batch.units.flatMap((unit) => unit.given);
    try {
      const statements = batch.units.flatMap((unit) => unit.statements);
      const entries = given.map(({ entry }) => entry);
      settle(given, await log.append(entries, statements));
    } catch (error) {
      fail(new Set(given.map(({ owner }) => owner)), error);
    }
    running.delete(batch);
    start();
  }

  function settle(given: readonly Given[], numbers: readonly number[]): void {
    const perOwner = new Map<JournalOwner, { count: number; head: number }>();
    for (const [i, { owner }] of given.entries())
      perOwner.set(owner, { count: (perOwner.get(owner)?.count ?? 0) + 1, head: numbers[i] ?? 0 });
    for (const [owner, { count, head }] of perOwner) owner.committed(count, head);
  }

  /** What the owners gave meanwhile builds on what is lost: it is dropped too, and so is what was to be stored with it. */
  function fail(owners: Set<JournalOwner>, error: unknown): void {
    for (let before = -1; before !== owners.size;) {
      before = owners.size;
      const lost = queue.filter(({ given }) => given.some(({ owner }) => owners.has(owner)));
      queue = queue.filter((unit) => !lost.includes(unit));
      for (const { owner } of lost.flatMap(({ given }) => given)) owners.add(owner);
    }
    for (const owner of owners) owner.failed(error);
  }

  function push(unit: Unit): void {
    queue.push(unit);
    if (due) return;
    due = true;
    queueMicrotask(start);
  }

  return {
    add(entry, owner) {
      if (open) open.given.push({ entry, owner });
      else push({ given: [{ entry, owner }], statements: [] });
    },
    together(statements, change) {
      const unit: Unit = { given: [], statements };
      open = unit;
      try {
        return change();
      } finally {
        open = null;
        push(unit);
      }
    },
  };
}

function disjoint(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return ![...some].some((one) => others.has(one));
}
