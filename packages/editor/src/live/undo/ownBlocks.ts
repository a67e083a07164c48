import { goneId, isGone } from "@plenary/collab";
import * as Y from "yjs";
import { blockNames } from "../../schema/blocks.ts";

type Range = Y.UndoManager["undoStack"][number]["insertions"];

/** The blocks that one step put into the text, and what becomes of them when it is taken back. */
export interface OwnBlocks {
  /** Whether taking the step back may delete this part of the text. */
  readonly mayDelete: (struct: unknown) => boolean;
  /** Takes the blocks out in which nobody says anything any more; false when there are none. */
  takeOut(): boolean;
}

/**
 * The blocks among what a step inserted. Taking the step back takes its words; the blocks stay in the live text, as taken
 * out where they say nothing, because words that another person types in them at this moment would go with them.
 * Where another person has written, a block stays what it was made; a cell does where one has in its column.
 */
export function ownBlocks(doc: Y.Doc, insertions: Range): OwnBlocks {
  const made = new Set<Y.XmlElement>();
  const words = new Map<Y.XmlElement, number>();
  doc.transact((tr) =>
    Y.iterateDeletedStructs(tr, insertions, (struct) => {
      if (!(struct instanceof Y.Item) || struct.deleted) return;
      const block = blockOf(struct);
      if (block) made.add(block);
      const clause = struct.countable && !block ? clauseAround(struct) : null;
      if (clause) words.set(clause, (words.get(clause) ?? 0) + (isText(struct) ? 0 : struct.length));
    }),
  );
  const outer = [...made].filter(({ parent }) => !(parent instanceof Y.XmlElement && made.has(parent)));
  const saysMore = (block: Y.XmlElement): boolean =>
    clausesIn(block).some((clause) => said(clause) > (words.get(clause) ?? 0));
  const columnStays = outer.some((block) => isCell(block) && columnOf(block).some(saysMore));
  const kept = new Set(outer.flatMap(withBlocksIn));
  const silent = outer.filter((block) => (isCell(block) ? !columnStays : !saysMore(block)));
  return {
    mayDelete(struct) {
      if (!(struct instanceof Y.Item)) return true;
      if (struct.parentSub !== null) return !(struct.parent instanceof Y.XmlElement && kept.has(struct.parent));
      const block = blockOf(struct);
      return block ? !kept.has(block) : !isOnlyText(struct);
    },
    takeOut() {
      const due = silent.filter((block) => !isGone(block.getAttribute("id") ?? ""));
      for (const block of due) block.setAttribute("id", goneId(block.getAttribute("id") ?? ""));
      return due.length > 0;
    },
  };
}

/** The block that a struct is; null for anything else. */
function blockOf({ content }: Y.Item): Y.XmlElement | null {
  const type = content instanceof Y.ContentType ? content.type : null;
  return type instanceof Y.XmlElement && isBlock(type) ? type : null;
}

function isBlock({ nodeName }: Y.XmlElement): boolean {
  return blockNames.some((name) => name === nodeName);
}

function isCell({ nodeName }: Y.XmlElement): boolean {
  return nodeName === "tableCell";
}

/** The cells of a column, of those rows that have all columns. */
function columnOf(cell: Y.XmlElement): Y.XmlElement[] {
  const row = cell.parent;
  const table = row instanceof Y.XmlElement ? row.parent : null;
  if (!(row instanceof Y.XmlElement) || !(table instanceof Y.XmlElement)) return [cell];
  const at = row.toArray().indexOf(cell);
  const rows = table.toArray().filter((one) => one instanceof Y.XmlElement && one.length === row.length);
  return rows.flatMap((one) => {
    const found = one instanceof Y.XmlElement ? one.get(at) : null;
    return found instanceof Y.XmlElement ? [found] : [];
  });
}

function isText({ content }: Y.Item): boolean {
  return content instanceof Y.ContentType && content.type instanceof Y.XmlText;
}

/** Whether it holds all the words of a clause: deleted, it would take along what another person types in it. */
function isOnlyText(struct: Y.Item): boolean {
  return isText(struct) && struct.parent instanceof Y.XmlElement && struct.parent.length === 1;
}

function clauseAround({ parent }: Y.Item): Y.XmlElement | null {
  for (let one: unknown = parent; one instanceof Y.AbstractType; one = one.parent)
    if (one instanceof Y.XmlElement && one.nodeName === "clause") return one;
  return null;
}

function clausesIn(block: Y.XmlElement): Y.XmlElement[] {
  return withBlocksIn(block).filter(({ nodeName }) => nodeName === "clause");
}

function withBlocksIn(block: Y.XmlElement): Y.XmlElement[] {
  const inner = block
    .toArray()
    .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && isBlock(child));
  return [block, ...inner.flatMap(withBlocksIn)];
}

/** How much a clause says: its characters, breaks and marks of footnotes. */
function said(clause: Y.XmlElement): number {
  return clause.toArray().reduce((sum, child) => sum + (child instanceof Y.XmlText ? child.length : 1), 0);
}
