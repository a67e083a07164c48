import { type Pressed, isMac, isPressed } from "./chords.ts";
import { type CommandId, type KnownCommand, commandTable } from "./commandTable.ts";

/** Which of these commands of the table a key stands for; null for none. */
export function commandPressed<Id extends CommandId>(event: Pressed, ids: readonly Id[]): Id | null {
  const mac = isMac(navigator.platform);
  return ids.find((id) => keysOf(id).some((key) => isPressed(key, event, mac))) ?? null;
}

function keysOf(id: CommandId): KnownCommand["keys"] {
  return commandTable[id].keys;
}
