import type { Hints } from "../hints/hints.ts";
import type { LogStore } from "../store/logStore.ts";
import type { Room } from "../rooms/roomParts.ts";

/** How often the log is asked for what no hint told of, in milliseconds. */
const SWEEP_MS = 2000;

/** What following works on. */
export interface FollowParts {
  /** The rooms that are open now. */
  readonly rooms: () => readonly Room[];
  /** The open room of that name; null when it is not open. */
  readonly room: (name: string) => Room | null;
  readonly log: LogStore;
  readonly hints: Hints;
  readonly report: (error: unknown) => void;
}

/**
 * Keeps open rooms up with the other processes on the same log: by their hints at once, and by a sweep that finds what
 * hints lost. The answer stops it.
 */
export function followNodes({ rooms, room, log, hints, report }: FollowParts): () => void {
  if (!log.shared) return () => {};
  let sweeping = false;
  let failing = false;

  async function sweep(): Promise<void> {
    const open = rooms();
    if (sweeping || open.length === 0) return;
    sweeping = true;
    try {
      const heads = await log.heads(open.map(({ name }) => name));
      await Promise.all(open.filter(({ name, head }) => (heads.get(name) ?? 0) > head).map((one) => one.pull()));
      failing = false;
    } catch (error) {
      if (!failing) report(error);
      failing = true;
    } finally {
      sweeping = false;
    }
  }

  hints.subscribe({
    heard(hint, node) {
      if (hint.kind === "head") room(hint.doc)?.hear(hint, node);
      else if (hint.kind === "presence" || hint.kind === "presence?") room(hint.room)?.hear(hint, node);
    },
    gone: (node) => {
      for (const one of rooms()) one.nodeGone(node);
    },
    resumed() {
      void sweep();
      for (const one of rooms()) one.meetNodes();
    },
  });
  const timer = setInterval(() => void sweep(), SWEEP_MS);
  return () => clearInterval(timer);
}
