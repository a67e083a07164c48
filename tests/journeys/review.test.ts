import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { focusOn } from "./focusOn.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let chair: Page;
let writer: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  [chair, writer] = [await openDraft(plenary, "ines-arancibia"), await openDraft(plenary, "mateo-ibarra")];
});
afterAll(() => plenary.stop());

const cards = (page: Page): Locator => page.getByTestId("change-card");
const card = (page: Page, words: string): Locator => cards(page).filter({ hasText: words });

it("a change is gone to, heard, accepted by a key, and the decision undone", async () => {
  await chair.keyboard.press("Alt+KeyJ");
  await chair.locator('[data-testid="change-card"][data-active="true"]').waitFor();
  await expect.poll(() => chair.getByTestId("heard").textContent()).toMatch(/^Change \d+ of \d+: \S+/);
  const first = card(chair, "idle spectrum");
  await focusOn(first.locator(".card-words"));
  await chair.keyboard.press("a");
  await chair.locator('[data-testid="change-card"][data-state="agreed"]', { hasText: "idle spectrum" }).waitFor();
  await chair.getByTestId("tab-decisions").click();
  await chair.getByTestId("undo").first().click();
  await chair.locator('[data-verdict="undo"]').waitFor();
  await expect.poll(() => chair.locator('[data-verdict="accept"][data-undone="true"]').count()).toBe(1);
  await chair.getByTestId("tab-changes").click();
  await chair.locator('[data-testid="change-card"][data-state="pending"]', { hasText: "idle spectrum" }).waitFor();
});

it("the log goes out as CSV", async () => {
  await chair.getByTestId("tab-decisions").click();
  const download = chair.waitForEvent("download");
  await chair.getByTestId("decisions-csv").click();
  const taken = await download;
  expect(taken.suggestedFilename()).toBe("EUR-7A3-1-decisions.csv");
  expect(readFileSync(await taken.path(), "utf8").split("\r\n").length).toBe(4);
  await chair.getByTestId("tab-changes").click();
});

it("what a search finds is rejected in one act, and comes back in one", async () => {
  await typeAtEnd(writer, "shared infrastructure in border", " QWX one");
  await typeAtEnd(writer, "results shall be published", " QWX two");
  await chair.getByTestId("filter-words").fill("qwx");
  await expect.poll(() => cards(chair).count()).toBe(2);
  await chair.getByTestId("bulk-reject").click();
  await writer.locator(".ProseMirror ins", { hasText: "QWX" }).first().waitFor({ state: "detached" });
  await chair.getByTestId("undo-act").click();
  await expect.poll(() => writer.locator(".ProseMirror ins", { hasText: "QWX" }).count()).toBe(2);
  await chair.getByTestId("filter-words").fill("");
});

it("open brackets are found and an alternative is taken with one click", async () => {
  await typeAtEnd(writer, "results shall be published", " [early][late]");
  await writer.getByTestId("tab-checks").click();
  const check = writer.getByTestId("check").filter({ hasText: "[early][late]" });
  await check.getByTestId("check-take").first().click();
  await check.waitFor({ state: "detached" });
  await writer.locator(".ProseMirror ins", { hasText: "QWX two early" }).waitFor();
  await expect.poll(() => chair.getByTestId("check-take").count()).toBe(0);
  await writer.getByTestId("tab-changes").click();
});

it("a change whose words moved on since is refused, with the words that stand there now", async () => {
  await typeAtEnd(writer, "to continue the programme", " QWZ first");
  await card(chair, "QWZ first").waitFor();
  // The decision is on its way while somebody writes on.
  await chair.route(
    "**/decisions",
    async (route) => {
      await typeAtEnd(writer, "to continue the programme", " and second");
      await card(chair, "QWZ first and second").waitFor();
      await saved(writer);
      await route.continue();
    },
    { times: 1 },
  );
  await card(chair, "QWZ first").getByTestId("accept").click();
  await chair.getByTestId("moved-on").waitFor();
  await expect.poll(() => chair.getByTestId("moved-on").textContent()).toContain("QWZ first and second");
  await expect.poll(() => card(chair, "QWZ first and second").getAttribute("data-state")).toBe("pending");
});

const looks: readonly [string, string, WindowOptions][] = [
  ["English", "ines-arancibia", {}],
  ["English, dark", "ines-arancibia", { dark: true }],
  ["Arabic", "ines-arancibia", { language: "ar" }],
  ["Chinese, phone", "ines-arancibia", { language: "zh", width: 390, height: 844 }],
];
it.each(looks)("axe finds nothing on any panel in %s", async (_name, person, options) => {
  const page = await openDraft(plenary, person, options);
  if (options.width !== undefined) await page.getByTestId("toggle-changes").click();
  await page.getByTestId("filter-open").click();
  await page.getByTestId("filter-kind").waitFor();
  for (const tab of ["changes", "checks", "decisions"]) {
    await page.getByTestId(`tab-${tab}`).click();
    expect(await faults(page)).toEqual([]);
    const shots = process.env["SCREENSHOTS"];
    if (shots) await page.screenshot({ path: `${shots}/review-${tab}-${Object.values(options).join("-")}.png` });
  }
  await page.context().close();
});
