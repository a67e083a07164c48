import type { StructureCommand } from "@plenary/collab";
import { type Text, flatten } from "@plenary/document";
import type { UndoManager } from "yjs";

/** Commands of the server and edits of words, taken back in the order in which one person did them. */
export interface UndoOrder {
  /** Has the server carry out a command and remembers how to take it back; gives the clause that it made, if any. */
  run(command: StructureCommand): Promise<string | null>;
  undo(): void;
  redo(): void;
  destroy(): void;
}

/** What an order of undoing works on. */
export interface UndoParts {
  readonly manager: UndoManager;
  readonly current: () => Text;
  readonly run: (command: StructureCommand) => Promise<string | null>;
}

/** A command that was carried out: how it is taken back, and how many edits could be undone (or redone) before it. */
interface Done {
  readonly inverse: (current: Text) => StructureCommand | null;
  readonly depth: number;
}

/**
 * The undo manager keeps one's own edits; the server's commands stand between them. Taking back a command is a command
 * again, which keeps everybody's words. One command runs at a time.
 */
export function undoOrder({ manager, current, run }: UndoParts): UndoOrder {
  let done: Done[] = [];
  let undone: Done[] = [];
  let busy = false;
  let redoing = false;
  const added = ({ type }: { readonly type: "undo" | "redo" }) => {
    if (type === "undo" && !redoing) undone = [];
  };
  manager.on("stack-item-added", added);

  async function perform(command: StructureCommand): Promise<{ made: string | null; inverse: Done["inverse"] }> {
    const before = current();
    busy = true;
    try {
      const made = await run(command);
      return { made, inverse: inverseOf(command, before, made) };
    } finally {
      busy = false;
      manager.stopCapturing();
    }
  }

  /** Takes the last of one list back and puts it on the other; a command that was refused is forgotten. */
  function takeBack(from: Done[], depth: () => number, onto: (done: Done) => void): void {
    const command = from.pop()?.inverse(current());
    if (!command) return;
    perform(command).then(
      ({ inverse }) => onto({ inverse, depth: depth() }),
      () => undefined,
    );
  }

  return {
    async run(command) {
      if (busy) return null;
      const { made, inverse } = await perform(command);
      done.push({ inverse, depth: manager.undoStack.length });
      undone = [];
      return made;
    },
    undo() {
      if (busy) return;
      const last = done.at(-1);
      if (last && last.depth >= manager.undoStack.length)
        takeBack(
          done,
          () => manager.redoStack.length,
          (one) => undone.push(one),
        );
      else manager.undo();
    },
    redo() {
      if (busy) return;
      const last = undone.at(-1);
      if (last && last.depth >= manager.redoStack.length)
        takeBack(
          undone,
          () => manager.undoStack.length,
          (one) => done.push(one),
        );
      else {
        redoing = true;
        manager.redo();
        redoing = false;
      }
    },
    destroy: () => manager.off("stack-item-added", added),
  };
}

/** How a command is taken back, from the text before it and the clause that it made; gives null when it can't be. */
function inverseOf(command: StructureCommand, before: Text, made: string | null): Done["inverse"] {
  const at = before.clauses.findIndex(({ id }) => id === command.clause);
  switch (command.command) {
    case "split":
      return ({ clauses }) => {
        const place = clauses.findIndex(({ id }) => id === made);
        const first = clauses[place - 1];
        return made !== null && first ? { command: "merge", clause: first.id, next: made } : null;
      };
    case "merge": {
      const words = flatten(before.clauses[at]?.content ?? []);
      return () => splitAt(command.clause, words.length, words, "");
    }
    case "move": {
      const follower = before.clauses[at + 1]?.id ?? null;
      return () => ({ command: "move", clause: command.clause, before: follower });
    }
    case "suppress":
    case "restore":
      return () => null;
  }
}

/** How many characters on each side of a place name it. */
const context = 24;

/** The command to split a clause at a place, from what is said before and after it. */
export function splitAt(clause: string, at: number, before: string, after: string): StructureCommand {
  return { command: "split", clause, at, before: before.slice(-context), after: after.slice(0, context) };
}
