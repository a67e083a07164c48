import { isMac, isPressed } from "../../commands/chords.ts";
import { type CommandId, type KnownCommand, commandTable } from "../../commands/commandTable.ts";

/** A command whose keys are heard on a card. */
export type CardCommand = Extract<CommandId, `card.${string}`>;

const known: readonly [string, KnownCommand][] = Object.entries(commandTable);

/** What a key means on a card; null for nothing. */
export function cardCommand(event: KeyboardEvent): CardCommand | null {
  const mac = isMac(navigator.platform);
  const found = known.find(([id, { keys }]) => isCardCommand(id) && keys.some((key) => isPressed(key, event, mac)));
  return found && isCardCommand(found[0]) ? found[0] : null;
}

function isCardCommand(id: string): id is CardCommand {
  return id.startsWith("card.");
}
