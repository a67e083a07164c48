import { useDirection } from "@mantine/core";
import { ariaChord, type Chord, chordName, isMac } from "./chords.ts";
import { type CommandId, type KnownCommand, commandTable } from "./commandTable.ts";

/** How keys are named on this machine, and what a control that does a command says of them. */
export interface KeyNames {
  readonly nameOf: (chord: Chord) => string;
  /** The title with the first key beside it, and the keys for screen readers; for controls of a command of the table. */
  readonly hinted: (id: CommandId, title: string) => { readonly title: string; readonly "aria-keyshortcuts": string };
}

/** The names of keys; `mirrored` where the text that they act on runs from right to left, else as the page runs. */
export function useKeyNames(mirrored?: boolean): KeyNames {
  const { dir } = useDirection();
  const mac = isMac(navigator.platform);
  const nameOf = (chord: Chord): string => chordName(chord, mac, mirrored ?? dir === "rtl");
  return {
    nameOf,
    hinted: (id, title) => {
      const { keys }: KnownCommand = commandTable[id];
      const [first] = keys;
      return {
        title: first === undefined ? title : `${title} (\u2066${nameOf(first)}\u2069)`,
        "aria-keyshortcuts": keys.map((key) => ariaChord(key, mac)).join(" "),
      };
    },
  };
}
