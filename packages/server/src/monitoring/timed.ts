import type { Journal, JournalOwner } from "../rooms/journal.ts";
import type { LogStore } from "../store/logStore.ts";
import type { Histogram } from "./histogram.ts";

/** The log with every commit timed. */
export function timedLog(log: LogStore, commits: Histogram): LogStore {
  return {
    ...log,
    async append(entries, alongside) {
      const began = performance.now();
      const numbers = await log.append(entries, alongside);
      commits.observe(performance.now() - began);
      return numbers;
    },
  };
}

/** Who follows what a journal stores. */
export interface Follower {
  /** Takes the times of updates from their coming until they are durable and relayed. */
  readonly propagation: Histogram;
  /** Something was stored. */
  readonly stored: () => void;
}

/** The journal, followed. */
export function followedJournal(journal: Journal, { propagation, stored }: Follower): Journal {
  const timedOwners = new WeakMap<JournalOwner, { owner: JournalOwner; began: number[] }>();

  function timed(owner: JournalOwner) {
    const began: number[] = [];
    const made = {
      began,
      owner: {
        failed: (error: unknown) => owner.failed(error),
        committed(count: number, head: number) {
          owner.committed(count, head);
          stored();
          for (const since of began.splice(0, count)) propagation.observe(performance.now() - since);
        },
      },
    };
    timedOwners.set(owner, made);
    return made;
  }

  return {
    add(entry, owner) {
      const known = timedOwners.get(owner) ?? timed(owner);
      known.began.push(performance.now());
      journal.add(entry, known.owner);
    },
    together: (statements, change) => journal.together(statements, change),
  };
}
