import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "./faults.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

async function openDraft(person: string, number: string, options: WindowOptions = {}): Promise<Page> {
  const page = await plenary.windowOf(person, options);
  await page.locator("a.row", { hasText: number }).click();
  await page.locator(".ProseMirror .clause").first().waitFor();
  await saved(page);
  return page;
}

const saved = (page: Page): Promise<void> => page.locator('[data-testid="saving"][data-state="saved"]').waitFor();
const clause = (page: Page, words: string): Locator =>
  page.locator(".ProseMirror .clause[data-id]:not(.clause-hidden)", { hasText: words });

async function caretAtEnd(found: Locator): Promise<void> {
  await found.click();
  await found.evaluate((element) => getSelection()?.setPosition(element, element.childNodes.length));
}

describe("the structure of a draft", () => {
  let page: Page;

  it("the sign / in an empty clause offers what can be inserted, by its name in any language", async () => {
    page = await openDraft("clara-lindqvist", "EUR/7A3/1");
    await caretAtEnd(clause(page, "to continue the programme"));
    await page.keyboard.press("Enter");
    await page.keyboard.type("/");
    await page.getByRole("combobox").waitFor();
    expect(await page.getByRole("option").count()).toBe(9);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.type("subelem");
    await page.getByText("Nothing of that name").waitFor();
    await page.getByRole("combobox").fill("");
    await page.keyboard.type("подпун");
    expect(await page.getByRole("option").allTextContents()).toEqual(["Sub-item"]);
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("with islands first;");
    const made = clause(page, "with islands first;");
    await made.waitFor();
    expect(await made.getAttribute("data-level")).toBe("1");
    await saved(page);
  });

  it("a clause is split and joined by keys, and undo takes it back", async () => {
    const whole = clause(page, "with islands first;");
    await whole.evaluate((element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode())
        if (node.textContent?.includes("with islands")) getSelection()?.setPosition(node, "with".length);
    });
    await page.keyboard.press("Control+Enter");
    await clause(page, "islands first;").filter({ hasNotText: "with" }).waitFor();
    await page.keyboard.press("Control+z");
    await whole.waitFor();
    await saved(page);
  });

  it("Backspace at the start of a clause joins nothing and says what does", async () => {
    const found = clause(page, "with islands first;");
    const before = await page.locator(".ProseMirror .clause").count();
    await found.click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Backspace");
    await page.getByText("Clauses stay apart").waitFor();
    expect(await page.locator(".ProseMirror .clause").count()).toBe(before);
  });

  it("a clause is dragged by its handle, a line shows where, and undo puts it back", async () => {
    const found = clause(page, "duties on equipment");
    const target = clause(page, "support regional workshops");
    await found.scrollIntoViewIfNeeded();
    await found.hover();
    const handle = await page.locator(".drag-handle").boundingBox();
    const to = await target.boundingBox();
    if (!handle || !to) throw new Error("there is no handle or no place to drag to");
    await page.mouse.move(handle.x + 5, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 5, to.y + to.height - 2, { steps: 5 });
    await page.locator(".drop-line").waitFor();
    await page.mouse.up();
    await page.locator('.clause[data-move="to"]', { hasText: "duties on equipment" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.locator('.clause[data-move="to"]', { hasText: "duties on equipment" }).waitFor({ state: "detached" });
  });
});

it.each([
  ["Arabic", "salma-haddad", "ARB/9A2/1", { language: "ar" }],
  ["Chinese, dark", "wei-lan", "ACP/12A1/1", { language: "zh", dark: true }],
] as const)("the menus are accessible in %s", async (_name, person, draft, options) => {
  const page = await openDraft(person, draft, options);
  await caretAtEnd(page.locator(".ProseMirror .clause-item").first());
  await page.getByTestId("clause-menu").click();
  await page.getByTestId("clause.split").waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByTestId("clause.insert").click();
  await page.getByTestId("insert-menu").waitFor();
  expect(await page.getByRole("combobox").evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});
