/**
 * The pairing of greatest worth of two lists of these lengths that keeps their order
 * (Needleman–Wunsch). What is worth nothing is never paired. Sorted by place.
 */
export function bestPairs(
  n: number,
  m: number,
  worth: (base: number, current: number) => number,
): [base: number, current: number][] {
  const width = m + 1;
  const scores = new Float64Array((n + 1) * width);
  const steps = new Uint8Array((n + 1) * width);
  for (let x = 1; x <= n; x++)
    for (let y = 1; y <= m; y++) {
      const alike = worth(x - 1, y - 1);
      const cell = x * width + y;
      const paired = alike > 0 ? scores[cell - width - 1]! + alike : -1;
      const up = scores[cell - width]!;
      const left = scores[cell - 1]!;
      scores[cell] = Math.max(paired, up, left);
      steps[cell] = paired >= up && paired >= left ? 1 : up >= left ? 2 : 3;
    }
  const found: [number, number][] = [];
  for (let x = n, y = m; x > 0 && y > 0;) {
    const step = steps[x * width + y]!;
    if (step === 1) found.push([--x, --y]);
    else if (step === 2) x--;
    else y--;
  }
  return found.reverse();
}
