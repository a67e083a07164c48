import * as Y from "yjs";

/**
 * Whether the transaction changed the formatting of words that were there before it and still are. It is read from what
 * is shown before and after: the event's own delta also tells of formatting that ended with the words it was on, and of
 * marks that Yjs tidies away later in one copy than in another.
 */
export function changedKeptFormatting(event: Pick<Y.YTextEvent, "adds" | "deletes">, words: Y.Text): boolean {
  const before = new Map<string, unknown>();
  const now = new Map<string, unknown>();
  // oxlint-disable-next-line no-underscore-dangle -- Yjs shows what was there before a transaction in no other way
  for (let item = words._start; item; item = item.right) {
    const was = !event.adds(item) && (!item.deleted || event.deletes(item));
    if (item.content instanceof Y.ContentFormat) {
      const { key, value } = item.content;
      if (was) set(before, key, value);
      if (!item.deleted) set(now, key, value);
    } else if (item.countable && was && !item.deleted && !same(before, now)) return true;
  }
  return false;
}

function set(attributes: Map<string, unknown>, key: string, value: unknown): void {
  if (value === null) attributes.delete(key);
  else attributes.set(key, JSON.stringify(value));
}

function same(one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>): boolean {
  return one.size === other.size && [...one].every(([key, value]) => other.get(key) === value);
}
