import { type Clause, flatten } from "@plenary/document";
import { type Group, compareStrings } from "./edits/group.ts";

/**
 * Changes to the words of one clause that do not collide by themselves but would, side by side,
 * make a word that nobody wrote ("foo , bar" without " ," for one, without the other space for
 * another: "foobar"). Each chain comes with what collides beside it, so that it collides with that.
 */
export function gluedChains(clause: Clause, words: readonly Group[], collides: (group: Group) => boolean): Group[][] {
  const said = flatten(clause.content);
  const applied = words.filter((group) => !collides(group)).sort(byRange);
  const colliding = words.filter(collides);
  return chains(applied).flatMap((chain) => {
    const beside = colliding.filter((group) => touches(group, chain));
    const whole = chain[0]!.owners.some(
      (owner) =>
        chain.every(({ owners }) => owners.includes(owner)) && beside.every(({ owners }) => !owners.includes(owner)),
    );
    return whole || !glued(said, chain) ? [] : [[...chain, ...beside]];
  });
}

/** By range of the base; insertions at one point by what they say. */
export function byRange(one: Group, other: Group): number {
  const a = one.lead.change;
  const b = other.lead.change;
  return (
    a.fromA - b.fromA || a.toA - b.toA || compareStrings(a.inserted, b.inserted) || compareStrings(one.key, other.key)
  );
}

function chains(groups: readonly Group[]): Group[][] {
  const out: Group[][] = [];
  for (const group of groups) {
    const last = out.at(-1);
    if (last && last.at(-1)!.lead.change.toA === group.lead.change.fromA) last.push(group);
    else out.push([group]);
  }
  return out;
}

function touches({ lead }: Group, chain: readonly Group[]): boolean {
  const { fromA, toA } = lead.change;
  return fromA <= chain.at(-1)!.lead.change.toA && toA >= chain[0]!.lead.change.fromA;
}

function glued(said: string, chain: readonly Group[]): boolean {
  const pieces = [
    said.slice(0, chain[0]!.lead.change.fromA),
    ...chain.map(({ lead }) =>
      lead.effect.type === "words" ? flatten(lead.effect.content) : lead.effect.type === "split" ? " " : "",
    ),
    said.slice(chain.at(-1)!.lead.change.toA),
  ].filter((piece) => piece !== "");
  return pieces.slice(1).some((piece, i) => ends.test(pieces[i]!) && begins.test(piece));
}

// Scripts written without spaces have no word that two stretches could make by standing side by side.
const letter = "(?![\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}])[\\p{L}\\p{M}\\p{N}]";
const begins = new RegExp(`^(?:${letter}|\\p{M})`, "u");
const ends = new RegExp(`${letter}$`, "u");
