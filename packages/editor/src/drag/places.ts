/** A block that can be moved: its id, and where it stands in the window, in pixels. */
export interface Box {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
}

/** Where a dragged clause would go: before the clause of that id, to the end for null, and at which height. */
export interface Drop {
  readonly before: string | null;
  readonly y: number;
}

/**
 * The place between the boxes, from top to bottom, that is nearest to the pointer; null where the clause stands
 * already, and without boxes. `end` is the clause that follows the last box, null for none.
 */
export function dropAt(boxes: readonly Box[], dragged: string, y: number, end: string | null): Drop | null {
  const at = boxes.findIndex((box) => y < (box.top + box.bottom) / 2);
  const own = boxes.findIndex(({ id }) => id === dragged);
  const place = at === -1 ? boxes.length : at;
  if (boxes.length === 0 || place === own || place === own + 1) return null;
  const next = boxes[place];
  const above = boxes[place - 1];
  const line = next && above ? (above.bottom + next.top) / 2 : (next?.top ?? above?.bottom ?? 0);
  return { before: next?.id ?? end, y: line };
}
