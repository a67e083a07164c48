import { type CommandOutcome, type StructureCommand, newId, runCommand, textRoom } from "@plenary/collab";
import type { Journal } from "../rooms/journal.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Statement } from "../store/logStore.ts";
import type { Draft } from "./drafts.ts";
import type { Person } from "./people.ts";
import type { Texts } from "./texts.ts";

/** Commands that two clients doing them at once would lose text by; the server does them one at a time on its own copy. */
export interface Structure {
  /**
   * Does the command, in one transaction with what is to be kept `alongside` when it is done (`made` is the clause that
   * a split made); resolves when it is durable. Whether the person may is the caller's to check.
   */
  run(
    person: Person,
    draft: Draft,
    command: StructureCommand,
    alongside: (made: string | null) => Statement[],
  ): Promise<CommandOutcome>;
}

/** What commands work on. */
export interface StructureParts {
  readonly rooms: Rooms;
  readonly texts: Texts;
  readonly journal: Journal;
}

/** Commands on the rooms' own documents. */
export function createStructure({ rooms, texts, journal }: StructureParts): Structure {
  return {
    async run(person, draft, given, alongside) {
      const { text: published } = await texts.get(draft.text);
      const author = { person: person.id, group: person.group ?? "", connection: "server" };
      let outcome: CommandOutcome = { outcome: "missing" };
      // What is kept is known once the change is made; a command that can't be done changes nothing.
      const kept: Statement[] = [];
      await rooms.useAlone(textRoom(draft.id), (room) =>
        journal.together(kept, () =>
          room.write(author, (doc) => {
            outcome = runCommand(doc, published, given, newId());
            if (outcome.outcome === "done") kept.push(...alongside(outcome.made));
          }),
        ),
      );
      return outcome;
    },
  };
}
