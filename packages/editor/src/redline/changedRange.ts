import type { Transaction } from "@tiptap/pm/state";
import type { Mappable, Mapping } from "@tiptap/pm/transform";

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

/** The edit of a transaction; null when it changes nothing. */
export function pageEdit(tr: Transaction): PageEdit | null {
  return tr.docChanged ? { mapping: tr.mapping, touched: stepsRange(tr.mapping) } : null;
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
