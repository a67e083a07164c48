import { pieceOf } from "@plenary/collab";
import { ANCHOR, BREAK, flatten } from "@plenary/document";
import * as Y from "yjs";
import type { ClauseEdit } from "./createLedger.ts";
import { changedKeptFormatting } from "./keptFormatting.ts";
import type { Splice } from "./splices.ts";

/** What happened to one clause's element in a transaction. */
interface Touched {
  events: number;
  splices: readonly Splice[] | null;
  shaped: boolean;
  formatted: boolean;
}

/**
 * Calls the listener after each transaction that touched clauses of the live text, with what it did to each of them, in
 * an order that is the same wherever the transaction is replayed. The answer ends it.
 */
export function watchClauses(doc: Y.Doc, listener: (edits: readonly ClauseEdit[]) => void): () => void {
  const root = doc.getXmlFragment("text");
  const known = new Map(clausesIn(root).map((element) => [element, keyOf(element)]));

  const observe = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const touched = new Map<Y.XmlElement, Touched>();
    const touch = (element: Y.XmlElement): Touched => {
      const entry = touched.get(element) ?? { events: 0, splices: null, shaped: false, formatted: false };
      touched.set(element, entry);
      return entry;
    };
    let removed = false;
    for (const event of events) {
      const element = clauseOf(event.target);
      if (element) note(touch(element), element, event);
      else if (event.target instanceof Y.XmlFragment) {
        clausesIn(event.target)
          .filter((one) => !known.has(one))
          .forEach(touch);
        // What a deleted element held can't be read any more: those that are gone are looked for among all.
        removed ||= event.changes.deleted.size > 0;
      }
    }
    const gone = removed ? without(known.keys(), clausesIn(root)) : [];
    const edits = [...touched].map(([element, what]) => editOf(element, what));
    for (const element of gone) {
      edits.push({ key: known.get(element)!, id: "", text: null, splices: null, shaped: false, formatted: false });
      known.delete(element);
    }
    if (edits.length > 0) listener(edits.toSorted((one, other) => inOrder(one.key, other.key)));
  };

  function editOf(element: Y.XmlElement, { events, splices, shaped, formatted }: Touched): ClauseEdit {
    const key = known.get(element) ?? keyOf(element);
    known.set(element, key);
    const id: unknown = element.getAttribute("id");
    const text = element.toArray().map(flat).join("");
    return {
      key,
      id: typeof id === "string" ? id : "",
      text,
      splices: events === 1 ? splices : null,
      shaped,
      formatted,
    };
  }

  root.observeDeep(observe);
  return () => root.unobserveDeep(observe);
}

function note(entry: Touched, element: Y.XmlElement, event: Y.YEvent<Y.AbstractType<unknown>>): void {
  if (event instanceof Y.YXmlEvent && event.target === element && event.attributesChanged.size > 0) {
    entry.shaped = true;
    if (event.changes.added.size + event.changes.deleted.size === 0) return;
  }
  entry.events += 1;
  if (!(event.target instanceof Y.XmlText)) return;
  const children = element.toArray();
  const before = children.slice(0, children.indexOf(event.target)).map(flat).join("").length;
  const splices: { from: number; to: number; inserted: string }[] = [];
  let at = before;
  for (const { retain = 0, insert = "", delete: gone = 0 } of event.delta) {
    at += retain;
    const said = flatPart(insert);
    if (gone + said.length === 0) continue;
    const last = splices.at(-1);
    if (last?.to === at) {
      last.to += gone;
      last.inserted += said;
    } else splices.push({ from: at, to: at + gone, inserted: said });
    at += gone;
  }
  entry.splices = splices;
  entry.formatted ||= changedKeptFormatting(event, event.target);
}

function clauseOf(type: Y.AbstractType<unknown>): Y.XmlElement | null {
  for (let one: Y.AbstractType<unknown> | null = type; one; one = one.parent)
    if (one instanceof Y.XmlElement && one.nodeName === "clause") return one;
  return null;
}

function clausesIn(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    return child.nodeName === "clause" ? [child] : clausesIn(child);
  });
}

function flat(child: Y.XmlElement | Y.XmlText | Y.XmlHook): string {
  if (child instanceof Y.XmlText) {
    const delta: { insert?: unknown }[] = child.toDelta();
    return delta.map(({ insert }) => flatPart(insert)).join("");
  }
  if (!(child instanceof Y.XmlElement)) return "";
  return child.nodeName === "hardBreak" ? BREAK : child.nodeName === "footnoteAnchor" ? ANCHOR : "";
}

/** What one insertion of a text says in the flat form. */
function flatPart(insert: unknown): string {
  const piece = pieceOf(insert);
  return typeof insert === "string" ? insert : piece ? flatten([piece]) : "";
}

/** The number that the element has in every copy of the document. */
function keyOf(element: Y.XmlElement): string {
  // The end of a type is named by the type itself.
  const { type } = Y.createRelativePositionFromTypeIndex(element, element.length);
  return type ? `${type.client}:${type.clock}` : "";
}

function inOrder(one: string, other: string): number {
  const [a = 0, b = 0] = one.split(":").map(Number);
  const [c = 0, d = 0] = other.split(":").map(Number);
  return a - c || b - d;
}

function without<T>(all: Iterable<T>, some: readonly T[]): T[] {
  const there = new Set(some);
  return [...all].filter((one) => !there.has(one));
}
