import { useContext, useEffect, useRef } from "react";
import type { Command } from "./command.ts";
import { CommandsContext } from "./CommandsContext.ts";

/** Adds what can be done on this part of the screen, as of its last rendering. */
export function useCommands(make: () => readonly Command[]): void {
  const registry = useContext(CommandsContext);
  const latest = useRef(make);
  useEffect(() => {
    latest.current = make;
  });
  useEffect(() => registry.add(() => latest.current()), [registry]);
}
