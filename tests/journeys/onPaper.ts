import type { Locator, Page } from "playwright-core";

const shown = ".clause[data-id]:not(.clause-hidden)";

/** The clause of the paper that says these words and is shown. */
export function clauseOf(page: Page, words: string): Locator {
  return page.locator(`.ProseMirror ${shown}`, { hasText: words });
}

/** The same once one can type there: the view may be another yet. */
function openTo(page: Page, words: string): Locator {
  return page.locator(`.ProseMirror[contenteditable="true"] ${shown}`, { hasText: words });
}

/**
 * Puts the caret behind the last word of a clause; the key End stops at the end of the printed line. The editor is told
 * at once: a browser tells it a moment later, and what comes from others in that moment puts the caret back.
 */
export async function caretAtEnd(clause: Locator): Promise<void> {
  await clause.click();
  await clause.evaluate((element) => {
    getSelection()?.setPosition(element, element.childNodes.length);
    document.dispatchEvent(new Event("selectionchange"));
  });
}

/** Selects the first place of these words in a clause, outside what only the redline shows. */
export async function selectIn(clause: Locator, words: string): Promise<void> {
  await clause.click();
  await clause.evaluate((element, sought) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const at = node.parentElement?.closest(".ProseMirror-widget") ? -1 : (node.textContent ?? "").indexOf(sought);
      if (at < 0) continue;
      getSelection()?.setBaseAndExtent(node, at, node, at + sought.length);
      document.dispatchEvent(new Event("selectionchange"));
      return;
    }
    throw new Error(`no ${sought} there`);
  }, words);
}

/** Types at the end of the clause that holds the words. */
export async function typeAtEnd(page: Page, words: string, typed: string): Promise<void> {
  await caretAtEnd(openTo(page, words));
  await page.keyboard.insertText(typed);
}

/** Types at the beginning of the clause that holds the words. */
export async function typeAtStart(page: Page, words: string, typed: string): Promise<void> {
  const clause = openTo(page, words);
  await clause.click();
  await clause.evaluate((element) => {
    const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest("[contenteditable=false]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const first = walk.nextNode();
    if (!first) throw new Error("no words there");
    getSelection()?.setPosition(first, 0);
    document.dispatchEvent(new Event("selectionchange"));
  });
  await page.keyboard.insertText(typed);
}

/** Types a word over another, in the first clause that has it, at its first place. */
export async function replaceWord(page: Page, old: string, now: string): Promise<void> {
  await selectIn(openTo(page, old).first(), old);
  await page.keyboard.insertText(now);
}
