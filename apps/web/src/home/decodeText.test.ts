import { expect, test } from "vitest";
import { decodeText } from "./decodeText.ts";

test("reads UTF-8 and UTF-16, with or without a byte order mark", () => {
  const words = "решает 做出决议 يقرر";
  expect(decodeText(new TextEncoder().encode(words))).toBe(words);
  expect(decodeText(new TextEncoder().encode(`\uFEFF${words}`))).toBe(words);
  const little = new Uint8Array(Buffer.from(`\uFEFF${words}`, "utf16le"));
  expect(decodeText(little)).toBe(words);
  expect(decodeText(new Uint8Array(Buffer.from(little).swap16()))).toBe(words);
});

test("refuses an older encoding and files that are no text, rather than reading them wrongly", () => {
  expect(decodeText(new Uint8Array([0xf0, 0xe5, 0xf8, 0xe0, 0xe5, 0xf2]))).toBeNull();
  expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toBeNull();
});
