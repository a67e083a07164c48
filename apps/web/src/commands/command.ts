import type { Language } from "@plenary/document";
import type { TFunction } from "i18next";
import type { Chord } from "./chords.ts";
import { type CommandArea, type CommandId, type KnownCommand, commandTable } from "./commandTable.ts";

/** Something that one can do on the screen one is on. */
export interface Command {
  readonly id: string;
  readonly area: CommandArea;
  /** What it is called, in the language of the interface. */
  readonly title: string;
  /** More about it, in smaller letters. */
  readonly hint?: string;
  /** The language of the title and the hint, where it is not that of the interface. */
  readonly language?: Language;
  readonly keys: readonly Chord[];
  /** Whether it is what is chosen now, of commands that choose. */
  readonly chosen?: boolean;
  /** Does it; null while it can't be done here. */
  readonly run: (() => void) | null;
}

/** A command of the table, as this screen does it. */
export function command(t: TFunction, id: CommandId, run: (() => void) | null, chosen?: boolean): Command {
  const { title, area, keys }: KnownCommand = commandTable[id];
  return { id, area, title: t(title), keys, run, ...(chosen === undefined ? {} : { chosen }) };
}
