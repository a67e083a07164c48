import type * as Y from "yjs";

/** A selection in a live text by its places there, as presence shows it under `cursor`. */
export interface Caret {
  readonly anchor: Y.RelativePosition;
  readonly head: Y.RelativePosition;
}

/** Whether what a client shows is a selection that can be looked for: at anything else Yjs throws, in every page. */
export function isCaret(value: unknown): value is Caret {
  const { anchor, head } = partsOf(value);
  return isPlace(anchor) && isPlace(head);
}

function isPlace(value: unknown): boolean {
  const { type = null, item = null, tname = null, assoc = null } = partsOf(value);
  return (
    [type, item, tname].some((one) => one !== null) &&
    isIdOrNull(type) &&
    isIdOrNull(item) &&
    (tname === null || tname === "text") &&
    (assoc === null || typeof assoc === "number")
  );
}

function isIdOrNull(value: unknown): boolean {
  const { client, clock } = partsOf(value);
  return value === null || (isClock(client) && isClock(clock));
}

function isClock(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function partsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
