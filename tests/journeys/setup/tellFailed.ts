import { afterEach } from "vitest";
import { openWindows, shownIn } from "../openWindows.ts";

/** A journey that fails says what its windows showed. */
afterEach(async ({ task }) => {
  const failed = task.result?.errors?.[0];
  if (!failed) return;
  const shown = await Promise.all([...openWindows].map((page) => shownIn(page).catch(String)));
  failed.message += `\nWindows:\n${shown.join("\n")}`;
});
