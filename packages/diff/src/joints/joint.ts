/**
 * Neighbouring clauses that are one clause on the other side, by half-open ranges of their places:
 * one of the base and several of the current text (a split) or the other way round (a merge).
 */
export interface Joint {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}
