import fc from "fast-check";
import { expect, test } from "vitest";
import { difference } from "./difference.ts";

/** Labels as they stand in Arabic texts, in presentation forms and with spaces inside, and what stands around them. */
const labels = ["أ )", "ﻫ )", "ب )", "ﺏ)", "(أ)", "ﻫ", "أ", "ه", ")", "(", "١", "12", "َ", "ـ"];
const around = [" ", " ", "\u00a0", "\u200f", "المؤتمر", "وإذ", "،", ".", "؛", "-"];
const piece = fc.constantFrom(...labels, ...around);
const edit = fc.record({ at: fc.nat(14), gone: fc.nat(3), come: fc.array(piece, { maxLength: 3 }) });
const pair = fc
  .tuple(fc.array(piece, { maxLength: 20 }), fc.array(edit, { maxLength: 4 }))
  .map(([base, edits]): [string, string] => {
    const current = [...base];
    for (const { at, gone, come } of edits) current.splice(at, gone, ...come);
    return [base.join(""), current.join("")];
  });
/** Where hunks were joined to one whose sides said the same. */
const pinned: readonly [string, string][] = [
  ["ﻫأ )ﻫ )أ )أ )-", "أ )أ )ﻫ )"],
  ["أ )أ )أ )أ )ﺏ)أ )", "أ )أ )12أ ))ﺏ)المؤتمر"],
  ["ﻫهأ )أ )١", "هأ )أأ )١"],
];

test("[L1] [L4] the hunks of texts full of labels say something, lie in order and apart, and lead from one text to the other", () => {
  fc.assert(
    fc.property(pair, fc.constantFrom("ar", "en"), ([base, current], language) => {
      let made = "";
      let a = 0;
      let b = 0;
      difference(base, current, language).ranges.forEach(({ fromA, toA, fromB, toB }, k) => {
        expect(toA - fromA + toB - fromB).toBeGreaterThan(0);
        expect(Math.min(fromA - a, fromB - b)).toBeGreaterThanOrEqual(k === 0 ? 0 : 1);
        expect(base.slice(a, fromA)).toBe(current.slice(b, fromB));
        made += base.slice(a, fromA) + current.slice(fromB, toB);
        a = toA;
        b = toB;
      });
      expect(made + base.slice(a)).toBe(current);
    }),
    { numRuns: 2000, examples: pinned.map((pair): [[string, string], string] => [pair, "ar"]) },
  );
});
