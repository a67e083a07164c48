import * as Y from "yjs";
import { followRedone } from "./followRedone.ts";
import { ownBlocks } from "./ownBlocks.ts";
import { stillGone } from "./stillGone.ts";
import { knownAt } from "./undoPlugin.ts";

type Step = Y.UndoManager["undoStack"][number];
type Range = Step["insertions"];

/**
 * Takes the last step of one's own back, or does it again; false when nothing came of it. A step that carried words
 * from one text to another (a footnote's mark parts a text in two) is forgotten when another person has carried them
 * on since: their words or the published ones would be lost, or said twice.
 */
export function stepBack(manager: Y.UndoManager, way: "undo" | "redo"): boolean {
  const stack = way === "undo" ? manager.undoStack : manager.redoStack;
  const last = stack.at(-1);
  if (!last) return false;
  if (carriedOn(manager.doc, last)) {
    stack.pop();
    return false;
  }
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

function carriedOn(doc: Y.Doc, { insertions, deletions }: Step): boolean {
  const has = (range: Range, { id }: Y.Item | Y.GC) => Y.isDeleted(range, id);
  const made = structs(doc, insertions).filter((struct) => !has(deletions, struct) && isWord(struct));
  const gone = structs(doc, deletions).filter((struct) => !has(insertions, struct) && isWord(struct));
  const texts = new Set([...made, ...gone].map(textOf));
  if (made.length === 0 || gone.length === 0 || texts.size === 1) return false;
  return made.some(({ deleted }) => deleted) || gone.some((struct) => !canReturn(doc, struct, deletions));
}

function structs(doc: Y.Doc, range: Range): (Y.Item | Y.GC)[] {
  const found: (Y.Item | Y.GC)[] = [];
  doc.transact((tr) => Y.iterateDeletedStructs(tr, range, (struct) => found.push(struct)));
  return found;
}

/** Whether it is, or was, words: what is gone for good may have been. */
function isWord(struct: Y.Item | Y.GC): boolean {
  return !(struct instanceof Y.Item) || (struct.countable && struct.parent instanceof Y.XmlText);
}

function textOf(struct: Y.Item | Y.GC): unknown {
  return struct instanceof Y.Item ? struct.parent : null;
}

/** Whether the text that the words stood in is there, or comes back with the same step. */
function canReturn(doc: Y.Doc, struct: Y.Item | Y.GC, deletions: Range): boolean {
  let holder = holderOf(struct);
  while (holder?.deleted) {
    if (!(holder instanceof Y.Item)) return false;
    if (holder.redone) holder = Y.getItem(doc.store, holder.redone);
    else if (Y.isDeleted(deletions, holder.id)) holder = holderOf(holder);
    else return false;
  }
  return true;
}

/** What holds the part that something is written in; itself when it is gone for good, null at the top. */
function holderOf(struct: Y.Item | Y.GC): Y.Item | Y.GC | null {
  if (!(struct instanceof Y.Item)) return struct;
  const { parent } = struct;
  if (!(parent instanceof Y.AbstractType)) return null;
  const { _item: holder } = parent;
  return holder;
}
