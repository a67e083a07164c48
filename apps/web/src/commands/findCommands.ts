import { type Command } from "./command.ts";
import { type CommandArea, areas } from "./commandTable.ts";

/** The commands of one area. */
export interface CommandGroup {
  readonly area: CommandArea;
  readonly commands: readonly Command[];
}

/** Of an area at most so many are listed. */
const MOST = 40;

/**
 * The commands that can be done now and whose titles or hints have all the words, by area. Titles that begin with the
 * words come first. Where to go is listed only when something is sought, as the clauses of a text are many.
 */
export function findCommands(commands: readonly Command[], sought: string): readonly CommandGroup[] {
  const words = folded(sought).split(/\s+/u).filter(Boolean);
  const rank = new Map<Command, number>();
  for (const one of commands) {
    if (!one.run || (words.length === 0 && one.area === "go")) continue;
    const title = folded(one.title);
    const said = `${title} ${folded(one.hint ?? "")}`;
    if (!words.every((word) => said.includes(word))) continue;
    rank.set(one, title.startsWith(words.join(" ")) ? 0 : words.every((word) => title.includes(word)) ? 1 : 2);
  }
  const byArea = Map.groupBy(rank.keys(), ({ area }) => area);
  return areas.flatMap((area) => {
    const found = byArea.get(area) ?? [];
    if (found.length === 0) return [];
    const best = found.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)).slice(0, MOST);
    return [{ area, commands: best }];
  });
}

/** For searching: without case, accents and Arabic vowel signs. */
function folded(words: string): string {
  return words.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
}
