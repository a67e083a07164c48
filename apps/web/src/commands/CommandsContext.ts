import { createContext } from "react";
import type { Command } from "./command.ts";

/** Who knows what can be done: parts of the screen add what they do, for as long as they are there. */
export interface CommandRegistry {
  /** Adds what makes a part's commands; returns what takes it away again. It is called whenever they are needed. */
  add(make: () => readonly Command[]): () => void;
  /** All that can be done on the screen as it is now. */
  all(): readonly Command[];
}

/** A registry without commands. */
export function createRegistry(): CommandRegistry {
  const makers = new Set<() => readonly Command[]>();
  return {
    add(make) {
      makers.add(make);
      return () => makers.delete(make);
    },
    all: () => [...makers].flatMap((make) => make()),
  };
}

/** The commands of the page; outside of a provider nobody hears of them. */
export const CommandsContext = createContext<CommandRegistry>(createRegistry());
