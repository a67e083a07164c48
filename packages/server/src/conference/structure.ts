import { type CommandOutcome, type StructureCommand, newId, runCommand, textRoom } from "@plenary/collab";
import type { Rooms } from "../rooms/rooms.ts";
import type { Draft } from "./drafts.ts";
import type { Person } from "./people.ts";
import type { Texts } from "./texts.ts";

/** Commands that two clients doing them at once would lose text by; the server does them one at a time on its own copy. */
export interface Structure {
  /** Does the command; resolves when it is durable. Whether the person may is the caller's to check. */
  run(person: Person, draft: Draft, command: StructureCommand): Promise<CommandOutcome>;
}

/** Commands on the rooms' own documents. */
export function createStructure(rooms: Rooms, texts: Texts): Structure {
  return {
    async run(person, draft, given) {
      const { text: published } = await texts.get(draft.text);
      const author = { person: person.id, group: person.group ?? "", connection: "server" };
      let outcome: CommandOutcome = { outcome: "missing" };
      await rooms.use(textRoom(draft.id), (room) =>
        room.write(author, (doc) => {
          outcome = runCommand(doc, published, given, newId());
        }),
      );
      return outcome;
    },
  };
}
