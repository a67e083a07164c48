import type { Awareness } from "y-protocols/awareness";

/** What is told of a change of presence: the client ids. */
interface PresenceChange {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}
type Listener = (change: PresenceChange, origin: unknown) => void;

/**
 * The same awareness for what draws the carets of others: it tells nothing of one's own, at which the others' would be
 * drawn anew for every key, and takes none.
 */
export function othersAwareness(awareness: Awareness): Awareness {
  const wrapped = new Map<Listener, Listener>();
  const isOthers = ({ added, updated, removed }: PresenceChange): boolean =>
    [added, updated, removed].some((ids) => ids.some((id) => id !== awareness.clientID));
  return Object.create(awareness, {
    setLocalStateField: { value: () => undefined },
    on: {
      value: (name: string, listener: Listener) => {
        const filtered: Listener = (change, origin) => {
          if (isOthers(change)) listener(change, origin);
        };
        wrapped.set(listener, filtered);
        awareness.on(name, filtered);
      },
    },
    off: {
      value: (name: string, listener: Listener) => {
        awareness.off(name, wrapped.get(listener) ?? listener);
        wrapped.delete(listener);
      },
    },
  });
}
