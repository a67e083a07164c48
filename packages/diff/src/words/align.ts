import { hunkCost } from "../tokens/weigh.ts";
import type { Range } from "./range.ts";

const M = 0;
const D = 1;
const I = 2;
const R = 3;
// Where each state came from, packed in a byte: two bits for M, one each for D, I and R.
const D_OPEN = 4;
const I_OPEN = 8;
const R_OPEN = 16;

/**
 * The alignment of two lists of token ids that earns most: a kept token earns its weight
 * (`weights[i]` for token i of the base), a hunk costs what {@link hunkCost} says, however long it
 * is (affine gaps). Gives the hunks as ranges of token indexes, ordered and apart. Time and memory
 * grow with the product of the lengths.
 */
export function align(a: Int32Array, b: Int32Array, weights: Float64Array): Range[] {
  const n = a.length;
  const m = b.length;
  const width = m + 1;
  const from = new Uint8Array((n + 1) * width);
  // Of the row above: the scores of M and D, and the best of all four with its state.
  const rows = new Float64Array(3 * width).fill(-Infinity);
  const rowD = width;
  const rowBest = 2 * width;
  const bestState = new Uint8Array(width);
  const { onesided, twosided } = hunkCost;
  const extra = twosided - onesided;
  for (let i = 0; i <= n; i++) {
    const token = i > 0 ? a[i - 1]! : -1;
    const weight = i > 0 ? weights[i - 1]! : 0;
    let cell = i * width;
    let leftM = -Infinity;
    let leftD = -Infinity;
    let leftI = -Infinity;
    let leftR = -Infinity;
    let diagonal = -Infinity;
    let diagonalState = M;
    for (let j = 0; j <= m; j++, cell++) {
      let steps = 0;
      let scoreM = -Infinity;
      if (i === 0 && j === 0) scoreM = 0;
      else if (j > 0 && token === b[j - 1]) {
        scoreM = diagonal + weight;
        steps = diagonalState;
      }
      let scoreD = rows[j]! - onesided;
      if (scoreD >= rows[rowD + j]!) steps |= D_OPEN;
      else scoreD = rows[rowD + j]!;
      let scoreI = leftM - onesided;
      if (scoreI >= leftI) steps |= I_OPEN;
      else scoreI = leftI;
      let scoreR = leftD - extra;
      if (scoreR >= leftR) steps |= R_OPEN;
      else scoreR = leftR;
      from[cell] = steps;
      diagonal = rows[rowBest + j]!;
      diagonalState = bestState[j]!;
      let best = scoreM;
      let state = M;
      if (scoreD > best) {
        best = scoreD;
        state = D;
      }
      if (scoreI > best) {
        best = scoreI;
        state = I;
      }
      if (scoreR > best) {
        best = scoreR;
        state = R;
      }
      rows[j] = leftM = scoreM;
      rows[rowD + j] = leftD = scoreD;
      rows[rowBest + j] = best;
      bestState[j] = state;
      leftI = scoreI;
      leftR = scoreR;
    }
  }
  return trace(from, n, m, bestState[m]!);
}

function trace(from: Uint8Array, n: number, m: number, last: number): Range[] {
  const out: Range[] = [];
  let i = n;
  let j = m;
  let state = last;
  let toA = n;
  let toB = m;
  const close = () => {
    if (i < toA || j < toB) out.push({ fromA: i, toA, fromB: j, toB });
  };
  while (i > 0 || j > 0) {
    const step = from[i * (m + 1) + j]!;
    if (state === M) {
      close();
      i--;
      j--;
      toA = i;
      toB = j;
      state = step & 3;
    } else if (state === D) {
      i--;
      if (step & D_OPEN) state = M;
    } else {
      j--;
      if (state === I && step & I_OPEN) state = M;
      else if (state === R && step & R_OPEN) state = D;
    }
  }
  close();
  return out.reverse();
}
