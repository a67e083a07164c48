import { closeCodes } from "@plenary/collab";
import { type Language, languages } from "@plenary/document";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { fitsWindow } from "./fitsWindow.ts";
import { focusOn } from "./focusOn.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
  const writer = await openDraft(plenary, "mateo-ibarra");
  await typeAtEnd(writer, "results shall be published", " [early][late]");
  await saved(writer);
  await writer.context().close();
});
afterAll(() => plenary.stop());

it.each(languages)("in %s nothing is cut off on a small laptop", async (language: Language) => {
  const page = await openDraft(plenary, "ines-arancibia", { language, width: 1280, height: 720 });
  const tabs = page.locator(".review-tabs [role=tab]");
  // Their counts come with the changes, threads and brackets.
  const outside = (): Promise<(string | null)[]> =>
    tabs.evaluateAll((all) =>
      all
        .filter((tab) => {
          const [inner, outer] = [tab, tab.closest(".side-review")!].map((one) => one.getBoundingClientRect());
          const label = tab.querySelector(".mantine-Tabs-tabLabel")!;
          const isCut = label.scrollWidth > label.clientWidth + 1;
          return isCut || inner!.left < outer!.left - 1 || inner!.right > outer!.right + 1;
        })
        .map((tab) => tab.textContent),
    );
  await page.getByTestId("card-more").first().waitFor();
  await expect.poll(outside).toEqual([]);
  // The number of the amendment stands on the paper, not behind it.
  const isInSight = (number: Element): boolean => {
    const { left, top, height } = number.getBoundingClientRect();
    return number.contains(document.elementFromPoint(left + 10, top + height / 2));
  };
  await expect.poll(() => page.getByTestId("amendment").evaluate(isInSight)).toBe(true);
  await page.getByTestId("card-more").first().click();
  await page.getByRole("menuitem").first().waitFor();
  await reachable(page);
  await page.keyboard.press("Alt+7");
  await page.getByTestId("change-line").first().waitFor();
  const home = page.locator(".bar-place nav > a");
  await expect.poll(async () => (await home.boundingBox())?.width ?? 0).toBeGreaterThan(50);
  await fitsWindow(page);
  await page.context().close();
});

it("the timeline shows what came at the moment in the middle of the window", async () => {
  const page = await openDraft(plenary, "ines-arancibia");
  await page.keyboard.press("Alt+6");
  const fresh = page.locator("[data-fresh] ins", { hasText: "[early][late]" });
  await fresh.waitFor();
  await expect
    .poll(() => fresh.evaluate((words) => Math.abs(words.getBoundingClientRect().top / innerHeight - 0.5)))
    .toBeLessThan(0.3);
  await page.context().close();
});

it("a moment of the timeline is compared with now, and with another moment", async () => {
  const page = await openDraft(plenary, "ines-arancibia");
  await page.keyboard.press("Alt+6");
  await focusOn(page.getByTestId("timeline"));
  await page.keyboard.press("Home");
  await page.locator('[data-testid=past][data-stop="0"] .clause').first().waitFor();
  await page.getByTestId("compare-with-now").click();
  await page.getByTestId("redline-paper").locator("ins", { hasText: "[early][late]" }).waitFor();
  await page.getByTestId("compare-to").click();
  await page
    .getByRole("option", { name: /Clara Lindqvist · EUR$/ })
    .first()
    .click();
  await page.getByTestId("redline-paper").locator("ins", { hasText: "[early][late]" }).waitFor({ state: "detached" });
  await page.getByTestId("redline-paper").locator("ins", { hasText: "2031" }).waitFor();
  await page.context().close();
});

it.each([
  ["Arabic, dark", { language: "ar", dark: true }],
  ["Chinese, phone", { language: "zh", width: 390, height: 844 }],
] as const)(
  "in %s the hall's screen is of one colour, and a draft that the server closed says so",
  async (_name, options) => {
    const page = await openDraft(plenary, "mateo-ibarra", options);
    await page.keyboard.press("Alt+8");
    const { x = 0, width = 0 } = (await page.locator(".projector-number bdi").boundingBox()) ?? {};
    expect(x + width / 2 > (page.viewportSize()?.width ?? 0) / 2).toBe(options.language === "ar");
    const paper = page.locator(".projector-text .paper");
    await expect
      .poll(() => paper.evaluate((element) => getComputedStyle(element).backgroundColor))
      .toBe("rgba(0, 0, 0, 0)");
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator('.ProseMirror[contenteditable="true"]').waitFor();
    await page.routeWebSocket(/\/rooms\//, (room) => room.close({ code: closeCodes.badMessage, reason: "" }));
    await page.reload();
    await page.locator('.ProseMirror[contenteditable="false"]').waitFor();
    await page.locator(".desk").evaluate((desk) => desk.scrollTo(0, 600));
    await expect.poll(async () => (await page.getByTestId("refused").boundingBox())?.y ?? -1).toBeGreaterThan(0);
    await expect.poll(() => page.getByTestId("clause-menu").count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await page.getByTestId("refused").getByRole("link").click();
    await page.locator("a.row").first().waitFor();
    await page.context().close();
  },
);

/** Every item of the open menu can be scrolled to, and is then in the window. */
async function reachable(page: Page): Promise<void> {
  const items = page.getByRole("menuitem");
  for (let i = 0; i < (await items.count()); i++) {
    await items.nth(i).scrollIntoViewIfNeeded();
    // The menu is put in its place a moment after it opens.
    const bottom = async (): Promise<number> => {
      const box = await items.nth(i).boundingBox();
      return (box?.y ?? Infinity) + (box?.height ?? 0);
    };
    await expect.poll(bottom, { message: `item ${i}` }).toBeLessThanOrEqual(720);
  }
  await page.keyboard.press("Escape");
}
