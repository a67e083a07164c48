import type { ThreadView } from "@plenary/server/api";

/** The threads with one of them as it is now: the newer version counts, and one without comments is gone. */
export function withThread(threads: readonly ThreadView[], thread: ThreadView): readonly ThreadView[] {
  const at = threads.findIndex(({ id }) => id === thread.id);
  const known = threads[at];
  if (!known) return thread.comments.length > 0 ? [...threads, thread] : threads;
  if (known.version >= thread.version) return threads;
  return thread.comments.length > 0 ? threads.with(at, thread) : threads.toSpliced(at, 1);
}
