import { expect, test } from "vitest";
import { coloured } from "./coloured.ts";

test("deletions are red, insertions green, the rest is as it was", () => {
  expect(coloured("1\tto [-go-]{+stay+}\n")).toBe("1\tto \u001B[31m[-go-]\u001B[0m\u001B[32m{+stay+}\u001B[0m\n");
});

test("a text can not send commands to the terminal", () => {
  expect(coloured("a\u001B[2Jb\u0007\n")).toBe("a\uFFFD[2Jb\uFFFD\n");
});
