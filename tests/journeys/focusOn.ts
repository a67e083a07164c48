import type { Locator } from "playwright-core";
import { expect } from "vitest";

/** Puts the focus on something, once it is shown and takes it: a focus that is not taken leaves the keys elsewhere. */
export async function focusOn(found: Locator): Promise<void> {
  await expect
    .poll(async () => {
      await found.focus();
      return found.evaluate((element) => element === document.activeElement);
    })
    .toBe(true);
}
