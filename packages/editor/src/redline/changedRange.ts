import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { type Mappable, Mapping, StepMap } from "@tiptap/pm/transform";

/** A half-open range of the new page that an edit touched. */
export interface Touched {
  readonly from: number;
  readonly to: number;
}

/** What an edit did to positions: how to map decorations over it, and what it touched. */
export interface PageEdit {
  readonly mapping: Mapping;
  readonly touched: Touched;
}

/**
 * The edit of a transaction. The binding to the live draft replaces the whole page for every
 * remote edit, so the real range is found by comparing the pages; null when they say the same.
 */
export function pageEdit(tr: Transaction, remote: boolean): PageEdit | null {
  if (!tr.docChanged) return null;
  return remote ? difference(tr.before, tr.doc) : { mapping: tr.mapping, touched: stepsRange(tr.mapping) };
}

function difference(before: Node, after: Node): PageEdit | null {
  const start = before.content.findDiffStart(after.content);
  const ends = before.content.findDiffEnd(after.content);
  if (start === null || ends === null) return null;
  // In repeated words the common start and the common end may overlap.
  const overlap = Math.max(start - Math.min(ends.a, ends.b), 0);
  const [endBefore, endAfter] = [ends.a + overlap, ends.b + overlap];
  const map = new StepMap([start, endBefore - start, endAfter - start]);
  return { mapping: new Mapping([map]), touched: { from: start, to: endAfter } };
}

function stepsRange(mapping: Mapping): Touched {
  let from = Number.POSITIVE_INFINITY;
  let to = 0;
  mapping.maps.forEach((map, i) => {
    const rest: Mappable = mapping.slice(i + 1);
    map.forEach((_fromOld, _toOld, start, end) => {
      from = Math.min(from, rest.map(start, -1));
      to = Math.max(to, rest.map(end, 1));
    });
  });
  return { from: Math.min(from, to), to };
}
