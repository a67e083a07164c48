import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft } from "./draftPage.ts";
import { typeAtEnd } from "./onPaper.ts";
import { focusOn } from "./focusOn.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

it("a card keeps its place, its focus and its light while somebody else's words make its change grow", async () => {
  const [clara, mateo] = [await openDraft(plenary, "clara-lindqvist"), await openDraft(plenary, "mateo-ibarra")];
  await typeAtEnd(mateo, "shared infrastructure in border", " and ferries");
  const card = clara.getByTestId("change-card").filter({ hasText: "and ferries" });
  await card.getByRole("button").first().click();
  await clara.locator("ins.active", { hasText: "and ferries" }).waitFor();
  const name = await card.getAttribute("data-change");
  const before = await card.boundingBox();
  await card
    .getByRole("button")
    .first()
    .evaluate((button) => {
      button.focus();
      Reflect.set(window, "kept", button);
    });
  await typeAtEnd(mateo, "shared infrastructure in border", " and buoys and lamps");
  await card.filter({ hasText: "and buoys and lamps" }).waitFor();
  await clara.locator("ins.active", { hasText: "and buoys and lamps" }).waitFor();
  await expect.poll(() => card.getAttribute("data-change")).toBe(name);
  await expect.poll(() => card.getAttribute("data-active")).toBe("true");
  await expect.poll(async () => (await card.boundingBox())?.y).toBeCloseTo(before?.y ?? Number.NaN, 0);
  await expect.poll(() => clara.evaluate(() => document.activeElement === Reflect.get(window, "kept"))).toBe(true);
  const heard = /^Change 4 of \d+: (?:EUR, )?Inserted “and ferries and buoys and lamps” in recalling a\)/;
  await expect.poll(() => card.getByRole("button", { name: heard }).count()).toBe(1);
  await clara.context().close();
  await mateo.context().close();
});

it("a click counts while the cards still scroll, and the one that came to rest under the pointer is lit", async () => {
  const chair = await openDraft(plenary, "ines-arancibia");
  const card = chair.getByTestId("change-card").nth(1);
  const scroller = chair.getByTestId("card-scroller");
  await scroller.evaluate((column) => {
    const scroll = (): void => {
      if (column.dataset["still"] !== undefined) return;
      column.scrollTop = column.scrollTop > 0 ? 0 : 1;
      requestAnimationFrame(scroll);
    };
    scroll();
    return new Promise((resolve) => column.addEventListener("scroll", resolve, { once: true }));
  });
  const more = await card.getByTestId("card-more").boundingBox();
  if (!more) throw new Error("there is no menu to open");
  await chair.mouse.click(more.x + more.width / 2, more.y + more.height / 2);
  await chair.locator('[role="menu"]:focus-within').waitFor();
  await chair.keyboard.press("Escape");
  await scroller.evaluate((column) => (column.dataset["still"] = ""));
  await expect.poll(() => card.getAttribute("data-active")).toBe("true");
  await chair.mouse.move(0, 0);
  await expect.poll(() => card.getAttribute("data-active")).toBe("false");
  await chair.context().close();
});

it("a card's menu stays while its card moves out of view, as when others' changes come in above it", async () => {
  const chair = await openDraft(plenary, "ines-arancibia", { width: 1280, height: 600 });
  const card = chair.getByTestId("change-card").first();
  await focusOn(card.getByTestId("card-more"));
  await chair.keyboard.press("Enter");
  const menu = chair.locator('[role="menu"]:focus-within');
  await menu.waitFor();
  const height = (await card.boundingBox())?.height ?? 0;
  await chair.getByTestId("card-scroller").evaluate((column, by) => {
    const scrolled = new Promise((resolve) => column.addEventListener("scroll", resolve, { once: true }));
    column.scrollTop = by;
    return scrolled.then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }, height + 20);
  await expect
    .poll(() => card.evaluate((one) => one.getBoundingClientRect().bottom))
    .toBeLessThan(await chair.getByTestId("card-scroller").evaluate((column) => column.getBoundingClientRect().top));
  await expect.poll(() => menu.isVisible()).toBe(true);
  await chair.context().close();
});
