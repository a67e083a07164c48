import { type StructureCommand, newId, runCommand } from "@plenary/collab";
import type { Text } from "@plenary/document";
import { type Paper, openPaper } from "../editing/paper.ts";
import { conference } from "./drafters.ts";

/** A person at the real editor, whose edits reach the ledger one act at a time. */
export interface Writer extends Paper {
  /** Does something on what is there now, and sends it. */
  does(act: (writer: Writer) => void): void;
  /** Has the server carry out a command in this person's name. */
  command(command: StructureCommand): void;
}

/** A room whose people write with the editor. */
export function writersRoom(published: Text) {
  const room = conference(published);
  return { room, writer: (name: string) => openWriter(room, published, name) };
}

function openWriter(room: ReturnType<typeof conference>, published: Text, name: string): Writer {
  const person = room.person(name);
  const self: Writer = {
    ...openPaper(person.doc, published, name, () => Promise.resolve(null)),
    does(act) {
      person.pull();
      act(self);
      person.send();
    },
    command(command) {
      const became = runCommand(person.doc, published, command, newId());
      if (became.outcome !== "done") throw new Error(`${command.command}: ${became.outcome}`);
    },
  };
  return self;
}
