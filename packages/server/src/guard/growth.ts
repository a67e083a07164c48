import * as Y from "yjs";

/** How large a document has become, without measuring it at each keystroke. */
export interface Growth {
  /** Whether so many bytes more leave the document below its limit. */
  has(doc: Y.Doc, bytes: number): boolean;
  /** Counts an update that was taken. */
  add(bytes: number): void;
}

/** Growth up to so many bytes. */
export function createGrowth(limit: number): Growth {
  let estimate: number | null = null;
  return {
    has(doc, bytes) {
      // The sum of all updates is more than the document they make: it is measured only when the sum says it is full.
      if (estimate === null || estimate + bytes > limit) estimate = Y.encodeStateAsUpdate(doc).length;
      return estimate + bytes <= limit;
    },
    add(bytes) {
      if (estimate !== null) estimate += bytes;
    },
  };
}
