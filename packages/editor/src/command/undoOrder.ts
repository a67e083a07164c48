import type { StructureCommand } from "@plenary/collab";
import { type Text, flatten } from "@plenary/document";
import type { UndoManager } from "yjs";
import { stepBack } from "../live/undo/stepBack.ts";

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
 * again, which keeps everybody's words. One command runs at a time; what is asked meanwhile waits for its answer.
 */
export function undoOrder({ manager, current, run }: UndoParts): UndoOrder {
  let done: Done[] = [];
  let undone: Done[] = [];
  let busy = false;
  let redoing = false;
  const waiting: (() => void)[] = [];
  const added = ({ type }: { readonly type: "undo" | "redo" }) => {
    if (type === "undo" && !redoing) undone = [];
  };
  manager.on("stack-item-added", added);

  /** Has a command carried out and puts how it is taken back onto a list. */
  async function perform(command: StructureCommand, depth: number, onto: () => Done[]): Promise<string | null> {
    const before = current();
    busy = true;
    manager.stopCapturing();
    try {
      const made = await run(command);
      onto().push({ inverse: inverseOf(command, before, made), depth });
      return made;
    } finally {
      busy = false;
      waiting.shift()?.();
    }
  }

  /** Takes the last of one list back and puts it on the other; a command that was refused is forgotten. */
  function takeBack(from: Done[], depth: number, onto: () => Done[]): void {
    const command = from.pop()?.inverse(current());
    if (command) perform(command, depth, onto).catch(() => undefined);
    else waiting.shift()?.();
  }

  function undo(): void {
    const last = done.at(-1);
    if (busy) waiting.push(undo);
    else if (last && last.depth >= manager.undoStack.length) takeBack(done, manager.redoStack.length, () => undone);
    else if (!stepBack(manager, "undo") && manager.undoStack.length + done.length > 0) undo();
    else waiting.shift()?.();
  }

  function redo(): void {
    const last = undone.at(-1);
    if (busy) waiting.push(redo);
    else if (last && last.depth >= manager.redoStack.length) takeBack(undone, manager.undoStack.length, () => done);
    else {
      redoing = true;
      const redone = stepBack(manager, "redo");
      redoing = false;
      if (!redone && manager.redoStack.length + undone.length > 0) redo();
      else waiting.shift()?.();
    }
  }

  return {
    async run(command) {
      if (busy) await new Promise<void>((resolve) => waiting.push(resolve));
      undone = [];
      return perform(command, manager.undoStack.length, () => done);
    },
    undo,
    redo,
    destroy: () => manager.off("stack-item-added", added),
  };
}

/** How a command is taken back, from the text before it and the clause that it made; gives null when it can't be. */
function inverseOf(command: StructureCommand, before: Text, made: string | null): Done["inverse"] {
  const at = before.clauses.findIndex(({ id }) => id === command.clause);
  switch (command.command) {
    case "split":
      return ({ clauses }) => {
        // The answer can come before the new clause has reached the paper: then nothing stands between the two.
        const place = clauses.findIndex(({ id }) => id === made);
        const first = clauses[place - 1]?.id ?? command.clause;
        return made === null ? null : { command: "merge", clause: first, next: made };
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
