/** Two half-open ranges that differ: A in the base, B in the current string; one of them may be empty. */
export interface Range {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}
