import { expect, it } from "vitest";
import { deepestLevel, levelOf } from "./level.ts";

it.each([
  [0, 0],
  [3, 3],
  [deepestLevel, deepestLevel],
  [deepestLevel + 1, deepestLevel],
  [1e300, deepestLevel],
  [-1, 0],
  [0.5, 0],
  [Number.NaN, 0],
  [Number.POSITIVE_INFINITY, 0],
  ["3", 0],
  [null, 0],
])("%s is the level %i", (value, level) => expect(levelOf(value)).toBe(level));
