/** Square brackets in a flat content: `pairs` are half-open ranges, brackets included, by their start. */
export interface Brackets {
  readonly pairs: readonly { readonly from: number; readonly to: number }[];
  readonly unpaired: readonly number[];
}

/** The square brackets of a flat content, matched inside out; text between them is not agreed. */
export function squareBrackets(flat: string): Brackets {
  const open: number[] = [];
  const pairs: { from: number; to: number }[] = [];
  const unpaired: number[] = [];
  for (let at = 0; at < flat.length; at++) {
    const sign = flat[at];
    if (sign === "[" || sign === "［") open.push(at);
    if (sign !== "]" && sign !== "］") continue;
    const from = open.pop();
    if (from === undefined) unpaired.push(at);
    else pairs.push({ from, to: at + 1 });
  }
  return {
    pairs: pairs.toSorted((a, b) => a.from - b.from),
    unpaired: [...unpaired, ...open].toSorted((a, b) => a - b),
  };
}
