import { expect, it } from "vitest";
import { launchBrowser } from "./browser.ts";

it("a browser starts", async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent("<h1>Plenary</h1>");
  expect(await page.locator("h1").textContent()).toBe("Plenary");
  await browser.close();
});
