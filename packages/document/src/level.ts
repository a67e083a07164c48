/** The deepest level of a clause; no text is that deep, and no page or file has room for more. */
export const deepestLevel = 20;

/** A clause's level from a value of anybody's: one that is too deep as the deepest, what is no whole number from 0 as 0. */
export function levelOf(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? Math.min(value, deepestLevel) : 0;
}
