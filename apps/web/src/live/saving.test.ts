import { expect, test } from "vitest";
import { type Saving, type SavingEvent, initialSaving, nextSaving, savingState } from "./saving.ts";

const after = (...events: SavingEvent[]): Saving => events.reduce(nextSaving, initialSaving);

test("a draft is offline until its first exchange, and saved only after the answer to it", () => {
  expect(savingState(initialSaving)).toBe("offline");
  expect(savingState(after({ type: "synced" }))).toBe("saving");
  expect(savingState(after({ type: "synced" }, { type: "acknowledged", version: 1 }))).toBe("saved");
});

test("an answer to an older version leaves the newer edit unsaved", () => {
  const typed = after({ type: "synced" }, { type: "edited" }, { type: "acknowledged", version: 1 });
  expect(savingState(typed)).toBe("saving");
  expect(savingState(nextSaving(typed, { type: "acknowledged", version: 2 }))).toBe("saved");
});

test("what was written while the connection was down is saved only after it was sent again", () => {
  const back = after(
    { type: "synced" },
    { type: "acknowledged", version: 1 },
    { type: "disconnected" },
    { type: "edited" },
    { type: "synced" },
  );
  expect(savingState(back)).toBe("saving");
  expect(savingState(nextSaving(back, { type: "acknowledged", version: 2 }))).toBe("saving");
  expect(savingState(nextSaving(back, { type: "acknowledged", version: 3 }))).toBe("saved");
});

test("an answer never goes back, nor ahead of what was sent", () => {
  const one = after({ type: "synced" }, { type: "acknowledged", version: 9 });
  expect(one.acknowledged).toBe(1);
  expect(nextSaving(one, { type: "acknowledged", version: 0 }).acknowledged).toBe(1);
});
