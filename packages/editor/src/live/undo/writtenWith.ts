import type * as Y from "yjs";
import { charactersOf } from "./copies.ts";

/**
 * What was written into a text in one go with a character of it, as a command writes the words that it carries from one
 * clause to another: all that has a name next to its name. What others deleted of it is missing.
 */
export function writtenWith(children: readonly Y.Item[], { client, clock }: Y.ID): string {
  const own = children.filter(({ id }) => id.client === client).toSorted((one, other) => one.id.clock - other.id.clock);
  let run: Y.Item[] = [];
  for (const item of own) {
    const last = run.at(-1);
    if (last && last.id.clock + last.length !== item.id.clock) {
      if (last.id.clock + last.length > clock) break;
      run = [];
    }
    run.push(item);
  }
  return run.map(charactersOf).join("");
}

/** How much of some words other words say too, from 0 to 1: the share of their neighbouring pairs of letters. */
export function shareSaid(words: string, others: string): number {
  const pairs = pairsOf(words);
  const rest = pairsOf(others);
  let both = 0;
  for (const pair of pairs) {
    const at = rest.indexOf(pair);
    if (at === -1) continue;
    rest.splice(at, 1);
    both++;
  }
  return both / pairs.length;
}

function pairsOf(words: string): string[] {
  const closed = ` ${words.trim()} `;
  return Array.from({ length: closed.length - 1 }, (_, i) => closed.slice(i, i + 2));
}
