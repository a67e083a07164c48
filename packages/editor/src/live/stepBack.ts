import * as Y from "yjs";
import { followRedone } from "./followRedone.ts";

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
  // The manager would go on to the step before, unasked, when nothing comes of this one.
  const before = stack.splice(0, stack.length - 1);
  try {
    return manager[way]() !== null;
  } finally {
    stack.unshift(...before);
    followRedone(manager);
  }
}

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
  if (!(struct instanceof Y.Item)) return false;
  if (!(struct.parent instanceof Y.AbstractType)) return false;
  for (let holder = struct.parent._item; holder?.deleted;) {
    if (holder.redone) {
      const copy = Y.getItem(doc.store, holder.redone);
      if (!(copy instanceof Y.Item)) return false;
      holder = copy;
    } else if (!Y.isDeleted(deletions, holder.id)) return false;
    else holder = holder.parent instanceof Y.AbstractType ? holder.parent._item : null;
  }
  return true;
}
