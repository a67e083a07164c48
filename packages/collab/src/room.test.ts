import { expect, test } from "vitest";
import { parseRoom, recordRoom, textRoom } from "./room.ts";

test("rooms are named and read back", () => {
  expect(parseRoom(textRoom("d-1"))).toEqual({ draft: "d-1", part: "text" });
  expect(parseRoom(recordRoom("d-1"))).toEqual({ draft: "d-1", part: "record" });
});

test.each(["", ".record", "a/b", "../a", "a:b", "a.record.record", "a b"])("%j is no room", (name) => {
  expect(parseRoom(name)).toBeNull();
});
