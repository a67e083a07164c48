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
  let rowM = new Float64Array(width).fill(-Infinity);
  let rowD = new Float64Array(width).fill(-Infinity);
  let rowI = new Float64Array(width).fill(-Infinity);
  let rowR = new Float64Array(width).fill(-Infinity);
  let newM = new Float64Array(width);
  let newD = new Float64Array(width);
  let newI = new Float64Array(width);
  let newR = new Float64Array(width);
  const { onesided, twosided } = hunkCost;
  const extra = twosided - onesided;
  for (let i = 0; i <= n; i++) {
    const token = i > 0 ? a[i - 1]! : -1;
    const weight = i > 0 ? weights[i - 1]! : 0;
    let cell = i * width;
    for (let j = 0; j <= m; j++, cell++) {
      let trace = 0;
      let scoreM = i === 0 && j === 0 ? 0 : -Infinity;
      let scoreD = -Infinity;
      let scoreI = -Infinity;
      let scoreR = -Infinity;
      if (i > 0) {
        const opened = rowM[j]! - onesided;
        if (opened >= rowD[j]!) {
          scoreD = opened;
          trace |= D_OPEN;
        } else scoreD = rowD[j]!;
        if (j > 0 && token === b[j - 1]) {
          let best = rowM[j - 1]!;
          let state = M;
          if (rowD[j - 1]! > best) {
            best = rowD[j - 1]!;
            state = D;
          }
          if (rowI[j - 1]! > best) {
            best = rowI[j - 1]!;
            state = I;
          }
          if (rowR[j - 1]! > best) {
            best = rowR[j - 1]!;
            state = R;
          }
          scoreM = best + weight;
          trace |= state;
        }
      }
      if (j > 0) {
        const opened = newM[j - 1]! - onesided;
        if (opened >= newI[j - 1]!) {
          scoreI = opened;
          trace |= I_OPEN;
        } else scoreI = newI[j - 1]!;
        const turned = newD[j - 1]! - extra;
        if (turned >= newR[j - 1]!) {
          scoreR = turned;
          trace |= R_OPEN;
        } else scoreR = newR[j - 1]!;
      }
      newM[j] = scoreM;
      newD[j] = scoreD;
      newI[j] = scoreI;
      newR[j] = scoreR;
      from[cell] = trace;
    }
    [rowM, newM] = [newM, rowM];
    [rowD, newD] = [newD, rowD];
    [rowI, newI] = [newI, rowI];
    [rowR, newR] = [newR, rowR];
  }
  return trace(from, n, m, best([rowM[m]!, rowD[m]!, rowI[m]!, rowR[m]!]));
}

function best(scores: readonly number[]): number {
  let state = 0;
  for (let i = 1; i < scores.length; i++) if (scores[i]! > scores[state]!) state = i;
  return state;
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
