import { moveClause, restoreClause, suppressClause, textRoom } from "@plenary/collab";
import type { Rooms } from "../rooms/rooms.ts";
import type { Draft } from "./drafts.ts";
import type { Person } from "./people.ts";
import type { Texts } from "./texts.ts";

/** A command on the structure of a draft. `before` null moves to the end. */
type StructureCommand =
  | { readonly command: "suppress" | "restore"; readonly clause: string }
  | { readonly command: "move"; readonly clause: string; readonly before: string | null };

/** Commands that two clients doing them at once would lose text by; the server does them one at a time on its own copy. */
export interface Structure {
  /** Does the command; resolves when it is durable. Whether the person may is the caller's to check. */
  run(person: Person, draft: Draft, command: StructureCommand): Promise<void>;
}

/** Commands on the rooms' own documents. */
export function createStructure(rooms: Rooms, texts: Texts): Structure {
  return {
    async run(person, draft, given) {
      const { text: published } = await texts.get(draft.text);
      const author = { person: person.id, group: person.group ?? "", connection: "server" };
      await rooms.use(textRoom(draft.id), (room) =>
        room.write(author, (doc) => {
          switch (given.command) {
            case "suppress":
              return suppressClause(doc, given.clause);
            case "restore":
              return restoreClause(doc, published, given.clause);
            case "move":
              return moveClause(doc, published, given.clause, given.before);
          }
        }),
      );
    },
  };
}
