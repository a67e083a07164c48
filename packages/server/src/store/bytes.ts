/** The bytes that a column holds. Throws when it holds anything else. */
export function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  throw new Error(
    "The database holds something that is not bytes where an update should be. Restore it from a backup.",
  );
}
