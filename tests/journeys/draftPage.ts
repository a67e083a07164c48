import type { Page } from "playwright-core";
import type { Plenary, WindowOptions } from "./plenary.ts";

/** A window of a person with a draft of the sample conference, all of it there and saved. */
export async function openDraft(
  plenary: Plenary,
  person: string,
  options: WindowOptions = {},
  number = "EUR/7A3/1",
): Promise<Page> {
  const page = await plenary.windowOf(person, options);
  await page.locator("a.row", { hasText: number }).click();
  await page.locator(".ProseMirror .clause").first().waitFor();
  await saved(page);
  return page;
}

/** Waits until the server has all that was typed. */
export function saved(page: Page): Promise<void> {
  return page.locator('[data-testid="saving"][data-state="saved"]').waitFor();
}

/** Asks the server as the page does, with its session, and gives the answer of an address below that of the draft. */
export function asked(page: Page, path: string): Promise<unknown> {
  const draft = /drafts\/([^/?]+)/.exec(page.url())?.[1] ?? "";
  return page.evaluate(
    async (address): Promise<unknown> => (await fetch(address)).json(),
    `/api/drafts/${draft}${path}`,
  );
}
