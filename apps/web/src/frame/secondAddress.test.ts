import { expect, test } from "vitest";
import { secondAddress } from "./secondAddress.ts";

test("this machine has two names, and the page stays the same", () => {
  const one = { href: "http://127.0.0.1:4321/drafts/a", hostname: "127.0.0.1" };
  const other = { href: "http://localhost:4321/drafts/a", hostname: "localhost" };
  expect(secondAddress(one)).toBe(other.href);
  expect(secondAddress(other)).toBe(one.href);
});

test("another machine's name has no second one", () => {
  expect(secondAddress({ href: "https://plenary.example/", hostname: "plenary.example" })).toBeNull();
});
