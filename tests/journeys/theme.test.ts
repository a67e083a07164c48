import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft } from "./draftPage.ts";
import { faults } from "./faults.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let page: Page;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

/** Ways to change the theme while the page is open: by the system that it follows, and by the palette. */
const ways = {
  "by the system": (dark: boolean) => page.emulateMedia({ colorScheme: dark ? "dark" : "light" }),
  "by the palette": async (dark: boolean) => {
    await page.keyboard.press("Control+KeyK");
    await page.getByRole("combobox").fill(dark ? "Theme: Dark" : "Theme: Light");
    await page.keyboard.press("Enter");
    await page.getByTestId("palette").waitFor({ state: "detached" });
  },
};

it.each([
  ["by the system", true],
  ["by the palette", false],
] as const)("axe finds nothing when the theme changes %s while the page is open, dark first: %s", async (by, dark) => {
  page = await openDraft(plenary, "ines-arancibia", { dark });
  const lookAt = async (what: string): Promise<void> => {
    for (const scheme of [!dark, dark]) {
      await ways[by](scheme);
      await page.locator(`html[data-mantine-color-scheme="${scheme ? "dark" : "light"}"]`).waitFor();
      await settled();
      expect([what, scheme, await faults(page)]).toEqual([what, scheme, []]);
    }
  };
  await lookAt("the draft");
  await page.keyboard.press("Alt+1");
  await page.locator('.paper[data-mode="base"]').waitFor();
  await lookAt("the base");
  await page.keyboard.press("Alt+3");
  await page.locator('.paper[data-mode="clean"]').waitFor();
  await lookAt("the clean text");
  await page.keyboard.press("Alt+7");
  await page.getByTestId("change-line").first().waitFor();
  await page.getByTestId("select").first().click();
  await lookAt("the table");
  await page.keyboard.press("Alt+6");
  await page.getByTestId("timeline").waitFor();
  if ((await page.getByTestId("version").count()) === 0) {
    await page.getByTestId("name-version").click();
    await page.getByTestId("version-name").fill("Noon");
    await page.keyboard.press("Enter");
    await page.getByTestId("version-name").waitFor({ state: "detached" });
  }
  await page.getByTestId("rename-version").click();
  await page.locator('[data-testid="version-name"]:focus').waitFor();
  await (by === "by the system" ? lookAt("a version being renamed") : page.keyboard.press("Escape"));
  await page.context().close();
});

/** Waits until no colour is on its way from one to another. */
async function settled(): Promise<void> {
  await page.evaluate(async () => {
    const frames = (): Promise<unknown> =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const running = (): Animation[] => document.getAnimations().filter(({ playState }) => playState === "running");
    for (await frames(); running().length > 0; await frames())
      await Promise.allSettled(running().map(({ finished }) => finished));
  });
}
