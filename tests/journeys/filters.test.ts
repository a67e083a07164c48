import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { typeAtEnd } from "./onPaper.ts";
import { focusOn } from "./focusOn.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let chair: Page;
let writer: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  chair = await openDraft(plenary, "ines-arancibia");
  writer = await openDraft(plenary, "mateo-ibarra");
  await typeAtEnd(writer, "shared infrastructure in border", " QWA one");
  await saved(writer);
  await card("QWA one").filter({ hasText: "Mateo Ibarra Solé" }).waitFor();
  await chair.getByTestId("filter-open").click();
});
afterAll(() => plenary.stop());

const cards = (): Locator => chair.getByTestId("change-card");
const card = (words: string): Locator => cards().filter({ hasText: words });

it("a card says whose change it is, of which group, and when", async () => {
  const signed = card("QWA one").getByTestId("card-authors");
  await expect.poll(() => signed.locator(".card-group").textContent()).toBe("EUR");
  const at = await signed.locator("time").getAttribute("datetime");
  expect(Math.abs(Date.now() - Date.parse(at ?? ""))).toBeLessThan(120_000);
});

it.each([
  ["person", /^Mateo/, ["QWA one"], 1],
  ["kind", /^SUP/, ["a telephone line and a fax machine"], 1],
  ["state", /^open/, ["QWA one"], 14],
  ["group", /^EUR/, ["QWA one"], 14],
  ["place", /^resolves 3/, ["40 per cent"], 1],
] as const)("cards are filtered by %s, and cleared", async (part, choice, seen, count) => {
  await chair.getByTestId(`filter-${part}`).click();
  await chair.getByRole("option", { name: choice }).and(chair.locator(":visible")).click();
  await expect.poll(() => cards().count()).toBe(count);
  for (const words of seen) await expect.poll(() => card(words).count()).toBe(1);
  await expect.poll(() => chair.getByTestId("filter-open").textContent()).toBe("Filter · 1");
  await chair.getByTestId("filter-clear").click();
  await expect.poll(() => cards().count()).toBe(14);
});

it("after an absence only what was written meanwhile is shown on demand", async () => {
  const before = new Date().toISOString();
  await typeAtEnd(writer, "results shall be published", " QWB two");
  await saved(writer);
  // Who comes back within minutes is on the same visit.
  await chair.route("**/visit", (route) => route.fulfill({ json: { before } }));
  await chair.reload();
  await card("QWB two").filter({ hasText: "Mateo Ibarra Solé" }).waitFor();
  await chair.getByTestId("filter-open").click();
  const since = chair.getByTestId("filter-since");
  await expect.poll(() => since.isEnabled()).toBe(true);
  await focusOn(since);
  await chair.keyboard.press("Space");
  await expect.poll(() => cards().count()).toBe(1);
  await expect.poll(() => card("QWB two").count()).toBe(1);
  await chair.getByTestId("filter-clear").click();
});

it.each([
  ["of cards", "change-card", "Alt+2"],
  ["of the table", "change-line", "Alt+7"],
] as const)("a decision, or its undoing, that empties the list %s does not lose the focus", async (_name, id, key) => {
  const one = (): Locator => chair.getByTestId(id).filter({ hasText: "QWA one", visible: true });
  const none = (): Locator => chair.getByTestId("no-changes").filter({ visible: true });
  const here = (found: Locator): Promise<boolean> =>
    found.evaluate((element) => element.contains(document.activeElement));
  const rejected = async (): Promise<void> => {
    await chair.keyboard.press("r");
    await expect.poll(() => none().count()).toBe(1);
    await expect.poll(() => here(none())).toBe(true);
  };
  await chair.keyboard.press(key);
  await chair.getByTestId("filter-words").filter({ visible: true }).fill("QWA one");
  await expect.poll(() => one().count()).toBe(1);
  await focusOn(one().getByRole("button").first());
  await rejected();
  await typeAtEnd(writer, "shared infrastructure in border", " QWA one");
  await expect.poll(() => one().count()).toBe(1);
  await expect.poll(() => here(one())).toBe(true);
  await saved(writer);
  await rejected();
  if (id === "change-card") await chair.getByTestId("tab-decisions").click();
  const decided = chair.locator(".decided li[data-verdict=reject]:visible").first();
  await focusOn(decided.getByTestId("undo"));
  await chair.keyboard.press("Enter");
  await decided.getByTestId("undo").waitFor({ state: "detached" });
  await expect.poll(() => here(decided)).toBe(true);
  if (id === "change-card") await chair.getByTestId("tab-changes").click();
  await expect.poll(() => one().count()).toBe(1);
});

it("all that the filter wants are decided from above the list, where the focus stays", async () => {
  await chair.keyboard.press("Alt+2");
  await chair.getByTestId("filter-words").filter({ visible: true }).fill("Valparaíso");
  await focusOn(chair.getByTestId("bulk-accept").filter({ visible: true }));
  await chair.keyboard.press("Enter");
  await chair.getByTestId("bulk-accept").filter({ visible: true }).waitFor({ state: "detached" });
  await expect
    .poll(() => chair.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Decide on several");
});
