import type { Hints } from "../hints/hints.ts";
import { type ListName, listNames } from "./lists.ts";

/** Who listens: to which lists, as whom. */
export interface ListListener {
  readonly lists: ReadonlySet<ListName>;
  readonly person: string;
  /** That list has changed. */
  readonly heard: (list: ListName) => void;
}

/** Word that lists have changed: somebody opened, edited, shared or decided on a draft, added a text, joined … */
export interface ListEvents {
  /** Says so of the list to everybody who listens here, at most twice a second: what is in a log the other nodes hear of anyway. */
  changed(list: ListName): void;
  /** Says so on all nodes: somebody did something that may be in no log. */
  acted(lists: readonly ListName[]): void;
  /** Those people are called somewhere, or no longer: told to them alone, on this node. */
  called(people: ReadonlySet<string>): void;
  /** From now on the listener is told; the answer ends it. */
  subscribe(listener: ListListener): () => void;
  /** Ends every wait. */
  close(): void;
}

/** How long changes are gathered after one was told. */
const GATHER_MS = 500;

/** Events of this process and of the other nodes. */
export function createListEvents(hints: Hints): ListEvents {
  const listeners = new Set<ListListener>();
  /** The lists that have just been told of; true when they have changed again since. */
  const resting = new Map<ListName, boolean>();
  const timers = new Set<NodeJS.Timeout>();
  hints.subscribe({
    heard(hint) {
      if (hint.kind === "head") changed("drafts");
      else if (hint.kind === "lists") for (const list of hint.lists) changed(list);
    },
    gone: () => {},
    resumed() {
      for (const list of listNames) changed(list);
    },
  });

  function changed(list: ListName): void {
    if (resting.has(list)) resting.set(list, true);
    else tell(list);
  }

  function tell(list: ListName): void {
    for (const { lists, heard } of listeners) if (lists.has(list)) heard(list);
    resting.set(list, false);
    const timer = setTimeout(() => {
      timers.delete(timer);
      const again = resting.get(list);
      resting.delete(list);
      if (again) tell(list);
    }, GATHER_MS);
    timer.unref();
    timers.add(timer);
  }

  return {
    changed,
    acted(lists) {
      if (lists.length === 0) return;
      for (const list of lists) changed(list);
      hints.publish({ kind: "lists", lists: [...lists] });
    },
    called(people) {
      for (const { lists, person, heard } of listeners)
        if (lists.has("mentions") && people.has(person)) heard("mentions");
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
