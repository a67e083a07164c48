import { common, commonWeight } from "./inOrder.ts";
import { type Word, weightOf } from "./words.ts";

/** What a piece has in common with the whole at least, in words, and how much of it without a gap. */
const leastWords = 3;
const leastRun = 2;

/** The share of a new piece, and of a piece that is known to belong, that comes from the whole. */
const leastOfNew = 0.6;
const leastOfKnown = 0.5;

/** The share of the whole and of the pieces together that they have in common. */
const leastTogether = 0.6;

/**
 * Whether pieces are stretches of one clause cut apart: each says a stretch of the whole, in order,
 * and `added`, the place of the piece in question, says what the others do not. "whole" when they
 * are also so much of it that nothing more is needed; pieces that say its very words always are.
 */
export function fits(
  whole: readonly Word[],
  pieces: readonly (readonly Word[])[],
  added: number,
): "whole" | "partly" | null {
  const all = pieces.flat();
  if (whole.length === 0 || pieces.some((piece) => piece.length === 0)) return null;
  if (all.length === whole.length && all.every(({ said }, i) => said === whole[i]!.said)) return "whole";
  const piece = pieces[added]!;
  if (weightOf(piece) < leastWords || !sharesWords(whole, piece)) return null;
  const matches = common(whole, all);
  const together = weightOf(matches.map(([i]) => whole[i]!));
  const others = pieces.filter((_, k) => k !== added).flat();
  if (together - commonWeight(whole, others) < leastOfNew * weightOf(piece)) return null;
  let from = 0;
  const stretches = pieces.every((each, k) => {
    const to = from + each.length;
    const own = matches.filter(([, j]) => from <= j && j < to);
    from = to;
    const kept = weightOf(own.map(([i]) => whole[i]!));
    const share = k === added ? leastOfNew : leastOfKnown;
    return kept >= leastWords && kept >= share * weightOf(each) && longestRun(own, whole) >= leastRun;
  });
  if (!stretches) return null;
  return 2 * together >= leastTogether * (weightOf(whole) + weightOf(all)) ? "whole" : "partly";
}

// Whether enough words of the piece occur in the whole at all; cheaper than to look for their order.
function sharesWords(whole: readonly Word[], piece: readonly Word[]): boolean {
  const known = new Set(whole.map(({ said }) => said));
  return weightOf(piece.filter(({ said }) => known.has(said))) >= leastOfNew * weightOf(piece);
}

function longestRun(matches: readonly (readonly [number, number])[], whole: readonly Word[]): number {
  let longest = 0;
  let run = 0;
  matches.forEach(([i, j], k) => {
    const before = matches[k - 1];
    const goesOn = before !== undefined && before[0] === i - 1 && before[1] === j - 1;
    run = (goesOn ? run : 0) + whole[i]!.weight;
    longest = Math.max(longest, run);
  });
  return longest;
}
