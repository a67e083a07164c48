import type { Clause, Text } from "@plenary/document";
import * as Y from "yjs";
import { type Sources, readClauses } from "../draft/readClauses.ts";
import { resolveIds } from "../draft/resolveIds.ts";
import type { ClauseRange, WordsAnchor } from "./threadAnchor.ts";

/** The live text's own names of the two ends of a range, which stay with the characters while others write. */
export type RelativeRange = Pick<WordsAnchor, "start" | "end">;

/** Names the ends of a range of a clause; both are null when the clause is not there or has no such range. */
export function relativeRange(doc: Y.Doc, published: Text, { clause, from, to }: ClauseRange): RelativeRange {
  const none = { start: null, end: null };
  const element = [...idsOfElements(doc, published)].find(([, id]) => id === clause)?.[0];
  if (!element || from >= to) return none;
  const first = childAt(element, from);
  const last = childAt(element, to - 1);
  if (!first || !last) return none;
  const start =
    first.child instanceof Y.XmlText
      ? Y.createRelativePositionFromTypeIndex(first.child, from - first.begins, 0)
      : Y.createRelativePositionFromTypeIndex(element, first.index, 0);
  const end =
    last.child instanceof Y.XmlText
      ? Y.createRelativePositionFromTypeIndex(last.child, to - last.begins, -1)
      : Y.createRelativePositionFromTypeIndex(element, last.index + 1, -1);
  return { start: written(start), end: written(end) };
}

/**
 * Reads where ranges are now in the live text as it stands; null for one that is collapsed, cut in two, unknown, or no
 * longer in a clause of the text.
 */
export function rangeReader(doc: Y.Doc, published: Text): (range: RelativeRange) => ClauseRange | null {
  let ids: Map<Y.XmlElement, string> | null = null;
  const place = (name: string | null) => {
    const relative = name === null ? null : read(name);
    const at = relative && Y.createAbsolutePositionFromRelativePosition(relative, doc);
    if (!at) return null;
    const { type, index } = at;
    // A deleted type is answered with index 0: only what stands in a clause now is taken.
    const element = type instanceof Y.XmlText ? type.parent : type;
    const clause = element instanceof Y.XmlElement ? (ids ??= idsOfElements(doc, published)).get(element) : undefined;
    if (!(element instanceof Y.XmlElement) || clause === undefined) return null;
    const children = element.toArray();
    const before = type instanceof Y.XmlText ? children.indexOf(type) : index;
    if (before < 0) return null;
    const offset = children.slice(0, before).reduce((sum, child) => sum + lengthOf(child), 0);
    return { clause, offset: offset + (type instanceof Y.XmlText ? index : 0) };
  };
  return ({ start, end }) => {
    const from = place(start);
    const to = place(end);
    if (!from || !to || from.clause !== to.clause || from.offset >= to.offset) return null;
    return { clause: from.clause, from: from.offset, to: to.offset };
  };
}

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;

function idsOfElements(doc: Y.Doc, published: Text): Map<Y.XmlElement, string> {
  const sources: Sources = new Map();
  const raw = readClauses(doc, sources);
  const out = new Map<Y.XmlElement, string>();
  for (const [clause, id] of resolveIds(raw, published)) {
    const element = sources.get(clause satisfies Clause);
    if (element) out.set(element, id);
  }
  return out;
}

function childAt(element: Y.XmlElement, offset: number) {
  let begins = 0;
  for (const [index, child] of element.toArray().entries()) {
    if (offset < begins + lengthOf(child)) return { child, index, begins };
    begins += lengthOf(child);
  }
  return null;
}

function lengthOf(child: Child): number {
  return child instanceof Y.XmlText ? child.length : 1;
}

function written(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));
}

function read(name: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(name), (unit) => unit.charCodeAt(0)));
  } catch {
    // Whatever another client wrote: a name that is none names nothing.
    return null;
  }
}
