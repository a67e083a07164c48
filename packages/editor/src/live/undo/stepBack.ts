import type * as Y from "yjs";
import { followRedone } from "./followRedone.ts";
import { ownBlocks } from "./ownBlocks.ts";
import { stillGone } from "./stillGone.ts";
import { knownAt } from "./undoPlugin.ts";

/** Takes the last step of one's own back, or does it again; false when nothing came of it. */
export function stepBack(manager: Y.UndoManager, way: "undo" | "redo"): boolean {
  const stack = way === "undo" ? manager.undoStack : manager.redoStack;
  const last = stack.at(-1);
  if (!last) return false;
  last.deletions = stillGone(manager.doc, last.deletions, knownAt(last));
  const blocks = ownBlocks(manager.doc, last.insertions);
  const usual = manager.deleteFilter;
  manager.deleteFilter = (struct) => blocks.mayDelete(struct) && usual(struct);
  // The manager would go on to the step before, unasked, when nothing comes of this one.
  const before = stack.splice(0, stack.length - 1);
  let done = false;
  try {
    // Within one transaction, which the manager takes for its own.
    manager.doc.transact(() => {
      done = manager[way]() !== null;
      manager[doing[way]] = true;
      done = blocks.takeOut() || done;
    }, manager);
    return done;
  } finally {
    manager[doing[way]] = false;
    manager.deleteFilter = usual;
    stack.unshift(...before);
    followRedone(manager);
  }
}

const doing = { undo: "undoing", redo: "redoing" } as const;
