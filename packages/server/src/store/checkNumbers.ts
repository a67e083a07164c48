/**
 * Throws when the numbers of a document's updates after `upto` do not go on from there without a hole, as far as `head`
 * at least.
 */
export function checkNumbers(doc: string, upto: number, head: number, numbers: readonly number[]): void {
  const hole = numbers.findIndex((seq, i) => seq !== upto + i + 1);
  if (hole === -1 && upto + numbers.length >= head) return;
  const at = hole === -1 ? upto + numbers.length + 1 : upto + hole + 1;
  throw new Error(`The log of ${doc} misses its update ${at} of ${head}. Restore the database from a backup.`);
}
