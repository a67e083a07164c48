import type { Page } from "playwright-core";

/** The windows that the journeys of this file have open. */
export const openWindows = new Set<Page>();

/** What a window shows, in a few lines: where it is, where the focus and the caret are, and what lies over the screen. */
export async function shownIn(page: Page): Promise<string> {
  const { focus, caret, over, saving } = await page.evaluate(() => {
    const named = (element: Element | null): string => {
      if (!element) return "nothing";
      const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
      const id = element.getAttribute("data-testid") ?? element.className;
      return `<${element.localName} ${id}> ${name.slice(0, 80)}`;
    };
    const all = (selector: string): string[] => Array.from(document.querySelectorAll(selector), named);
    const at = getSelection()?.focusNode ?? null;
    return {
      focus: named(document.activeElement),
      caret: named((at instanceof Element ? at : (at?.parentElement ?? null))?.closest(".clause") ?? null),
      over: all("[role=dialog], [role=menu], [role=listbox], [role=alert]"),
      saving: all("[data-testid=saving]"),
    };
  });
  return [
    page.url(),
    `  focus: ${focus}`,
    `  caret: ${caret}`,
    ...[...saving, ...over].map((each) => `  ${each}`),
  ].join("\n");
}
