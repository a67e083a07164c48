import { commandPressed } from "../../commands/commandPressed.ts";

const commands = [
  "card.next",
  "card.previous",
  "card.accept",
  "card.reject",
  "card.again",
  "card.choose",
  "card.chooseUpTo",
  "card.acceptChosen",
  "card.rejectChosen",
  "card.leave",
] as const;

/** A command whose keys are heard on a card. */
export type CardCommand = (typeof commands)[number];

/** What a key means on a card; null for nothing. */
export function cardCommand(event: KeyboardEvent): CardCommand | null {
  return commandPressed(event, commands);
}
