import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { clauseOf, typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { fitsWindow } from "./fitsWindow.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

describe("two groups amend one text, the chair looks at both", () => {
  let chair: Page;
  const wished = " and reliable power";

  it("shows each group's wish of a clause, what is the same once, and where they collide", async () => {
    chair = await openProposals("ines-arancibia");
    const number = row(chair, "RESOLUTION 7 (Rev. Porto, 2023)").first();
    await expect.poll(() => badges(number)).toEqual([["EUR", "ACP"]]);
    const until = row(chair, "to continue the programme");
    await expect.poll(() => badges(until)).toEqual([["EUR"], ["ACP"]]);
    await expect.poll(() => until.getByTestId("wish").first().locator("ins.colliding").innerText()).toContain("2031");
    await expect.poll(() => until.getByTestId("wish").nth(1).locator("ins.colliding").innerText()).toContain("2030");
    const funds = row(chair, "40 per cent of the programme");
    await expect.poll(() => funds.getAttribute("data-colliding")).toBe("false");
    const added = chair.getByTestId("wish-row").filter({ hasText: "half of these archipelagos" });
    await expect.poll(() => badges(added)).toEqual([["ACP"]]);
  });

  it("goes from collision to collision by key and button, and counts them", async () => {
    const status = chair.getByTestId("collision-bar").getByRole("status");
    const count = Number(/\d+/.exec(await status.innerText())?.[0]);
    expect(count).toBe(await chair.locator(".wish-collision").count());
    expect(count).toBeGreaterThan(1);
    await chair.keyboard.press("Alt+j");
    await status.getByText(`Collision 1 of ${count}`).waitFor();
    await expect.poll(() => focusedRow(chair)).toContain("a telephone line and a fax machine");
    await chair.getByTestId("next-collision").click();
    await status.getByText(`Collision 2 of ${count}`).waitFor();
    await expect.poll(() => focusedRow(chair)).toContain("to continue the programme");
    await chair.keyboard.press("Alt+k");
    await status.getByText(`Collision 1 of ${count}`).waitFor();
    await chair.keyboard.press("Alt+k");
    await status.getByText(`Collision ${count} of ${count}`).waitFor();
  });

  it("shows nothing but collisions on demand, and unfolds what nobody touches", async () => {
    await chair.getByRole("switch").click();
    await row(chair, "40 per cent of the programme").waitFor({ state: "detached" });
    await expect
      .poll(() => chair.locator('.wish-row[data-colliding="true"]').count())
      .toBe(await chair.locator(".wish-row").count());
    await chair.getByRole("switch").click();
    await row(chair, "40 per cent of the programme").waitFor();
    await expect.poll(() => row(chair, "the Tampere Declaration").count()).toBe(0);
    await chair.locator(".fold button").first().click();
    await row(chair, "the Tampere Declaration").waitFor();
  });

  it("follows what is written, and leads to the drafts", async () => {
    const delegate = await openDraft(plenary, "tavita-fonoti", {}, "ACP/12A2/1");
    await typeAtEnd(delegate, "each bridge shall be planned", wished);
    await clauseOf(delegate, "each bridge shall be planned").locator("ins", { hasText: wished.trim() }).waitFor();
    await saved(delegate);
    await row(chair, "each bridge shall be planned").locator("ins", { hasText: wished.trim() }).waitFor();
    await chair.getByRole("link", { name: "ACP/12A2/1" }).click();
    await chair.locator(".ProseMirror .clause").first().waitFor();
    await delegate.context().close();
    await chair.context().close();
  });
});

const looks: readonly [name: string, options: WindowOptions][] = [
  ["English, light", {}],
  ["English, dark, phone", { dark: true, width: 390, height: 844 }],
  ["Arabic, light", { language: "ar" }],
  ["Arabic, dark, phone", { language: "ar", dark: true, width: 390, height: 844 }],
];

describe.each(looks)("in %s", (_name, options) => {
  it("axe finds nothing, and nothing is wider than the window", async () => {
    const page = await openProposals("ines-arancibia", options);
    await page.getByTestId("next-collision").click();
    await page.locator('.wish-row[data-current="true"]').waitFor();
    expect(await faults(page)).toEqual([]);
    await fitsWindow(page);
    await page.context().close();
  });
});

async function openProposals(person: string, options: WindowOptions = {}): Promise<Page> {
  const page = await plenary.windowOf(person, options);
  await page.getByTestId("proposals-resolution-7").click();
  await page.getByTestId("wish-row").first().waitFor();
  return page;
}

/** The row of the clause of the base that says these words. */
function row(page: Page, words: string): Locator {
  return page.getByTestId("wish-row").filter({ has: page.locator(".wish-base", { hasText: words }) });
}

/** The groups of each wish of a row. */
function badges(of: Locator): Promise<string[][]> {
  return of
    .getByTestId("wish")
    .evaluateAll((wishes) =>
      wishes.map((wish) => [...wish.querySelectorAll(".group-badge")].map((badge) => badge.textContent ?? "")),
    );
}

function focusedRow(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.closest(".wish-row")?.textContent ?? "");
}
