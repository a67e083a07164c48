/**
 * What a Word file may hold at most. The largest real ones stay an order of magnitude below: 8 MB of document,
 * 220 000 elements, depth 60.
 */
export const limits = {
  /** Entries of the archive. */
  entries: 10_000,
  /** Bytes of one inflated part. */
  partBytes: 64 * 1024 * 1024,
  /** Bytes of all inflated parts together. */
  totalBytes: 128 * 1024 * 1024,
  /** Elements of all parts together. */
  elements: 2_000_000,
  /** Elements inside elements. */
  depth: 256,
} as const;
