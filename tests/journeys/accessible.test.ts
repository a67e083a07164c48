import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { faults } from "./faults.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

const looks: readonly [name: string, person: string, draft: string, options: WindowOptions][] = [
  ["English, light", "ines-arancibia", "EUR/7A3/1", {}],
  ["English, dark", "ines-arancibia", "EUR/7A3/1", { dark: true }],
  ["Arabic, light", "salma-haddad", "ARB/9A2/1", { language: "ar" }],
  ["Arabic, dark", "salma-haddad", "ARB/9A2/1", { language: "ar", dark: true }],
  ["Chinese, phone", "wei-lan", "ACP/12A1/1", { language: "zh", width: 390, height: 844 }],
];

describe.each(looks)("in %s", (_name, person, draft, options) => {
  it("axe finds nothing on any screen, and nothing is wider than the window", async () => {
    const page = await plenary.windowOf(person, options);
    await page.locator("a.row", { hasText: draft }).waitFor();
    expect(await faults(page)).toEqual([]);
    await page.locator("a.row", { hasText: draft }).click();
    await page.locator(".ProseMirror .clause").first().waitFor();
    await page.locator('[data-testid="saving"][data-state="saved"]').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByTestId("export").click();
    await page.getByTestId("export-docx-marked").waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

it("axe finds nothing on the way in", async () => {
  const page = await (await plenary.browser.newContext()).newPage();
  await page.goto(plenary.address);
  await page.getByTestId("person-ines-arancibia").waitFor();
  expect(await faults(page)).toEqual([]);
});

it("opening a draft shifts nothing while it syncs, and the page's shape holds the place of the text", async () => {
  const page = await plenary.windowOf("clara-lindqvist");
  const draft = page.locator("a.row", { hasText: "EUR/7A3/1" });
  const address = new URL((await draft.getAttribute("href")) ?? "", plenary.address).href;
  await page.addInitScript(() => {
    Reflect.set(window, "shift", 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(window, "shift", Number(Reflect.get(window, "shift")) + Number(Reflect.get(entry, "value")));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(address);
  await page.locator(".ProseMirror .clause").first().waitFor();
  await page.locator('[data-testid="saving"][data-state="saved"]').waitFor();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => Number(Reflect.get(window, "shift")))).toBeLessThan(0.05);
});
