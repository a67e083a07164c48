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
 * across rooms and without a timer: a lone keystroke waits for one sync of the disk only.
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

/** A journal into the log. */
export function createJournal(log: LogStore): Journal {
  let queue: Unit[] = [];
  let open: Unit | null = null;
  let running = false;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue;
      queue = [];
      const given = batch.flatMap((unit) => unit.given);
      try {
        const statements = batch.flatMap((unit) => unit.statements);
        const entries = given.map(({ entry }) => entry);
        settle(given, await log.append(entries, statements));
      } catch (error) {
        fail(new Set(given.map(({ owner }) => owner)), error);
      }
    }
    running = false;
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
    if (running) return;
    running = true;
    queueMicrotask(() => void run());
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
