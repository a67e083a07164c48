import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saved } from "./draftPage.ts";
import { faults } from "./faults.ts";
import { fitsWindow } from "./fitsWindow.ts";
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
    await saved(page);
    expect(await faults(page)).toEqual([]);
    await page.getByTestId("export").click();
    await page.getByTestId("export-docx-marked").waitFor();
    expect(await faults(page)).toEqual([]);
    await fitsWindow(page);
    await page.context().close();
  });
});

it("axe finds nothing on the way in", async () => {
  const page = await (await plenary.browser.newContext()).newPage();
  await page.goto(plenary.address);
  await page.getByTestId("person-ines-arancibia").waitFor();
  expect(await faults(page)).toEqual([]);
});

describe("opening a draft shifts nothing while it syncs, and the page's shape holds the place of the text", () => {
  // Everything that the text itself does not need: who wrote what, threads, earlier visits, versions.
  const further = /\/api\/drafts\/[^/]+\/(?!ticket)/;
  it.each([
    ["as it comes", "clara-lindqvist", "EUR/7A3/1", []],
    ["of which nothing is changed", "wei-lan", "ACP/12A1/1", []],
    ["with fonts and further answers after the text", "clara-lindqvist", "EUR/7A3/1", [/\.woff2$/, further]],
  ] as const)("%s", async (_name, person, number, late) => {
    const page = await plenary.windowOf(person);
    const draft = page.locator("a.row", { hasText: number });
    const address = new URL((await draft.getAttribute("href")) ?? "", plenary.address).href;
    await page.addInitScript(watchShifts);
    const shown = Promise.withResolvers<void>();
    for (const held of late) await page.route(held, (route) => shown.promise.then(() => route.continue()));
    await page.goto(address, { waitUntil: "commit" });
    await page.locator(".ProseMirror .clause").first().waitFor();
    shown.resolve();
    await saved(page);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const { sum, shifts } = await page.evaluate(() => window.shifted);
    expect(sum < 0.01 ? [] : shifts).toEqual([]);
    // What says whether all is saved, and the tabs, have their places from the first.
    const stays = / (\S+ \S+ \S+ \S+) to \1$/;
    if (late.length === 0) expect(shifts.filter((one) => /saving|Tabs-tab/.test(one) && !stays.test(one))).toEqual([]);
    await page.context().close();
  });
});

declare global {
  interface Window {
    /** How much has shifted on the page, and what: each element with where it was and where it went. */
    shifted: { sum: number; readonly shifts: string[] };
  }
}

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
}

function watchShifts(): void {
  window.shifted = { sum: 0, shifts: [] };
  const place = ({ x, y, width, height }: DOMRect): string => [x, y, width, height].map(Math.round).join(" ");
  const isShift = (entry: PerformanceEntry): entry is Shift => entry.entryType === "layout-shift";
  new PerformanceObserver((list) => {
    for (const { startTime, value, sources } of list.getEntries().filter(isShift)) {
      window.shifted.sum += value;
      for (const { node, previousRect, currentRect } of sources) {
        const { className = "", tagName = "" } = (node instanceof Element ? node : node?.parentElement) ?? {};
        const said = (node?.textContent ?? "").slice(0, 30);
        const from = `${place(previousRect)} to ${place(currentRect)}`;
        window.shifted.shifts.push(`${Math.round(startTime)} ms: ${tagName}.${className} "${said}" ${from}`);
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
}
