import { describe, expect, it } from "vitest";
import { dropAt } from "./places.ts";

const boxes = [
  { id: "a", top: 0, bottom: 20 },
  { id: "b", top: 30, bottom: 50 },
  { id: "c", top: 60, bottom: 80 },
];

describe("where a dragged clause goes", () => {
  it.each([
    [-50, { before: "a", y: 0 }],
    [45, null],
    [65, null],
    [200, null],
  ])("c at height %i", (y, drop) => {
    expect(dropAt(boxes, "c", y, null)).toEqual(drop);
  });

  it("stands between two, and behind the last one before the footnotes", () => {
    expect(dropAt(boxes, "a", 52, null)).toEqual({ before: "c", y: 55 });
    expect(dropAt(boxes, "a", 79, null)).toEqual({ before: null, y: 80 });
    expect(dropAt(boxes, "a", 79, "note")).toEqual({ before: "note", y: 80 });
    expect(dropAt(boxes, "a", 35, null)).toBeNull();
    expect(dropAt([], "a", 35, null)).toBeNull();
  });
});
