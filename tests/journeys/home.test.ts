import { afterAll, beforeAll, expect, it } from "vitest";
import { faults } from "./faults.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

it("the list of drafts shows a draft that somebody else opens meanwhile", async () => {
  const page = await plenary.windowOf("helene-faure");
  const drafts = page.locator('section[aria-labelledby="drafts"] li');
  await drafts.first().waitFor();
  const before = await drafts.count();
  const headers = { "content-type": "application/json", origin: plenary.address };
  const other = await plenary.browser.newContext();
  await other.request.post(`${plenary.address}api/session`, { data: { person: "joseph-okello" }, headers });
  const opened = await other.request.post(`${plenary.address}api/drafts`, {
    data: { text: "resolution-9", group: "EUR" },
    headers,
  });
  expect(opened.ok()).toBe(true);
  await drafts.nth(before).waitFor();
  await expect.poll(() => drafts.count()).toBeGreaterThan(before);
});

it("an address that leads nowhere says so, and leads home", async () => {
  const page = await plenary.windowOf("helene-faure");
  await page.goto(`${plenary.address}nowhere/at/all`);
  await page.getByRole("heading", { name: "There is no such page" }).waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByTestId("to-drafts").click();
  await page.locator('section[aria-labelledby="drafts"] li').first().waitFor();
});
