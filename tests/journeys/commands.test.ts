import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft } from "./draftPage.ts";
import { clauseOf, selectIn, typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let chair: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  chair = await openDraft(plenary, "ines-arancibia");
});
afterAll(() => plenary.stop());

const heard = (page: Page): Promise<string> =>
  page
    .getByTestId("heard")
    .textContent()
    .then((said) => said?.trim() ?? "");
const state = (page: Page, words: string, wanted: string): Locator =>
  page.locator(`[data-testid="change-card"][data-state="${wanted}"]`, { hasText: words });

it("the palette opens over the paper, finds a clause by its words and goes there, and gives the focus back", async () => {
  await chair.locator(".ProseMirror .clause").first().click();
  await chair.keyboard.press("Control+k");
  await chair.getByTestId("palette").waitFor();
  expect(await faults(chair)).toEqual([]);
  await chair.keyboard.type("results published");
  const option = chair.getByRole("option").first();
  await option.waitFor();
  await expect
    .poll(() => chair.getByRole("combobox").getAttribute("aria-activedescendant"))
    .toBe(await option.getAttribute("id"));
  await chair.keyboard.press("Enter");
  await chair.getByTestId("palette").waitFor({ state: "detached" });
  const clause = chair.locator(".ProseMirror .clause", { hasText: "results shall be published" });
  await expect.poll(() => clause.evaluate(inView)).toBe(true);
  await chair.keyboard.press("Control+k");
  await chair.locator('[role="combobox"]:focus').waitFor();
  await chair.keyboard.press("Escape");
  await chair.getByTestId("palette").waitFor({ state: "detached" });
  await expect
    .poll(() => chair.evaluate(() => document.activeElement?.closest(".ProseMirror, .desk") !== null))
    .toBe(true);
});

it("commands of the palette, the keys and the sheet are the same ones", async () => {
  await run(chair, "clean");
  await chair.locator('.paper[data-mode="clean"]').waitFor();
  await chair.keyboard.press("Alt+Digit2");
  await chair.locator('.paper[data-mode="marked"]').waitFor();
  await chair.locator("body").press("?");
  await chair.getByTestId("key-sheet").waitFor();
  await expect.poll(() => chair.getByTestId("keys-mode.marked").textContent()).toBe("Marked-upAlt+22");
  await expect.poll(() => chair.getByTestId("keys-change.next").textContent()).toBe("Next changeAlt+JJ");
  expect(await faults(chair)).toEqual([]);
  await chair.keyboard.press("Escape");
  await chair.getByTestId("key-sheet").waitFor({ state: "detached" });
  const download = chair.waitForEvent("download");
  await run(chair, "plain text: clean");
  expect((await download).suggestedFilename()).toMatch(/\.txt$/);
});

it("a change is gone to and accepted without the mouse, and both are heard", async () => {
  await chair.mouse.move(0, 0);
  await chair.keyboard.press("Alt+KeyJ");
  await expect.poll(() => heard(chair)).toMatch(/^Change \d+ of 13: EUR, \S+ “.+” in /);
  const at = async (): Promise<number> => Number(/Change (\d+)/.exec(await heard(chair))?.[1]);
  const after = (number: number): number => (number % 13) + 1;
  const first = await at();
  await chair.keyboard.press("Alt+KeyJ");
  await expect.poll(at).toBe(after(first));
  await chair.keyboard.press("Alt+KeyA");
  await expect.poll(() => heard(chair)).toMatch(/^1 change accepted Change \d+ of 13: EUR, /);
  await expect.poll(() => at()).toBe(after(after(first)));
  await chair.getByTestId("tab-decisions").click();
  await chair.getByTestId("undo").first().click();
  await chair.locator('[data-verdict="undo"]').waitFor();
  await chair.getByTestId("tab-changes").click();
});

it.each([
  ["Français", /^Modification \d+ sur 13 : EUR, /],
  ["Español", /^Cambio \d+ de 13: EUR, /],
  ["Русский", /^Изменение \d+ из 13: EUR, /],
  ["العربية", /^التغيير \d+ من 13: EUR، /],
  ["中文", /^第\d+处修改，共13处：EUR，/],
  ["English", /^Change \d+ of 13: EUR, /],
] as const)("a change is heard in %s", async (language, said) => {
  await run(chair, language);
  await chair.locator(".ProseMirror .clause").first().waitFor();
  await chair.keyboard.press("Alt+KeyJ");
  await expect.poll(() => heard(chair)).toMatch(said);
});

it("what is selected on the paper is decided in one act, and nothing else", async () => {
  const writer = await openDraft(plenary, "mateo-ibarra");
  // Who comes is told to who is there.
  await expect.poll(() => chair.getByTestId("joined").textContent()).toBe("Here now: Mateo Ibarra Solé (EUR)");
  await typeAtEnd(writer, "shared infrastructure in border", " QWA one");
  await typeAtEnd(writer, "results shall be published", " QWA two");
  await typeAtEnd(writer, "to continue the programme", " QWA three");
  await state(chair, "QWA three", "pending").waitFor();
  const pending = await chair.locator('[data-testid="change-card"][data-state="pending"]').count();
  await selectIn(clauseOf(chair, "shared infrastructure in border"), "WA ");
  await expect.poll(() => chair.locator(".chair-count").textContent()).toBe("1 change selected");
  await chair.getByTestId("chair-reject").click();
  await writer.locator(".ProseMirror ins", { hasText: "QWA one" }).waitFor({ state: "detached" });
  await expect.poll(() => heard(chair)).toContain("1 change rejected");
  await expect.poll(() => chair.locator('[data-testid="change-card"][data-state="pending"]').count()).toBe(pending - 1);
  await writer.context().close();
});

it("the interface changes its language and direction from the palette", async () => {
  const page = await openDraft(plenary, "salma-haddad", {}, "ARB/9A2/1");
  await run(page, "العربية");
  await page.locator('html[lang="ar"][dir="rtl"]').waitFor();
  await page.locator("body").press("F1");
  await page.getByTestId("key-sheet").waitFor();
  await expect.poll(() => page.getByTestId("keys-clause.indent").locator("kbd").textContent()).toBe("Alt+Shift+←");
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+KeyK");
  await page.getByRole("combobox").fill("ARB/9A2/1");
  await page.getByTestId("pick-home").waitFor({ state: "detached" });
  await expect.poll(() => page.getByRole("option").count()).toBeGreaterThan(0);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

async function run(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Control+KeyK");
  await page.getByRole("combobox").fill(words);
  await page.keyboard.press("Enter");
}

function inView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}
