import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Waits until nothing on the page is wider than the window. */
export async function fitsWindow(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
    .toBeLessThanOrEqual(0);
}
