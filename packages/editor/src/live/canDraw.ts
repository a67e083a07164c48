import { type Caret, isCaret } from "@plenary/collab";
import * as Y from "yjs";
import { blockNames } from "../schema/blocks.ts";

/**
 * Whether the page can draw a caret that somebody shows: what is none, and one beside what no page has as a block, the
 * binding can't place, and it would not draw any more.
 */
export function canDraw(doc: Y.Doc, caret: unknown): boolean {
  return isCaret(caret) && placesOf(caret).every((place) => isAmongBlocks(doc, place));
}

const placesOf = ({ anchor, head }: Caret) => [anchor, head];
const blocks: ReadonlySet<string> = new Set(blockNames);

function isAmongBlocks(doc: Y.Doc, place: Y.RelativePosition): boolean {
  const around = typeAround(doc, place);
  if (!(around instanceof Y.XmlFragment)) return true;
  return around
    .toArray()
    .every((child) => child instanceof Y.XmlText || (child instanceof Y.XmlElement && blocks.has(child.nodeName)));
}

/** What holds the place; null while that is not known or is gone. */
function typeAround({ store }: Y.Doc, { item, type }: Y.RelativePosition): unknown {
  const id = item ?? type;
  if (!id || Y.getState(store, id.client) <= id.clock) return null;
  const found = Y.getItem(store, id);
  if (!(found instanceof Y.Item)) return null;
  if (item) return found.parent;
  return found.content instanceof Y.ContentType ? found.content.type : null;
}
