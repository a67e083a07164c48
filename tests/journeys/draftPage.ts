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

/** The paper once one can type on it: the view may be another yet. */
const paper = '.ProseMirror[contenteditable="true"]';

/** Types at the end of the clause that holds the words. */
export async function typeAtEnd(page: Page, words: string, typed: string): Promise<void> {
  const clause = page.locator(`${paper} .clause[data-id]`, { hasText: words });
  await clause.click();
  await clause.evaluate((element) => getSelection()?.setPosition(element, element.childNodes.length));
  await page.keyboard.insertText(typed);
}

/** Types at the beginning of the clause that holds the words. */
export async function typeAtStart(page: Page, words: string, typed: string): Promise<void> {
  const clause = page.locator(`${paper} .clause[data-id]`, { hasText: words });
  await clause.click();
  await clause.evaluate((element) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest("[contenteditable=false]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const first = walk.nextNode();
    if (first) getSelection()?.setPosition(first, 0);
  });
  await page.keyboard.insertText(typed);
}

/** Selects a word on the paper, the first of its like, and types another over it. */
export async function replaceWord(page: Page, old: string, now: string): Promise<void> {
  await page.locator(`${paper} .clause[data-id]`, { hasText: old }).first().click();
  await page.evaluate((word) => {
    const walk = document.createTreeWalker(document.querySelector(".ProseMirror") ?? document, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.textContent?.indexOf(word) ?? -1;
      if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + word.length);
    }
    throw new Error(`no ${word}`);
  }, old);
  await page.keyboard.insertText(now);
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
