import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asked, openDraft, saved } from "./draftPage.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

const phone = { width: 390, height: 844 };
let plenary: Plenary;
let chair: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  chair = await openDraft(plenary, "ines-arancibia", phone);
});
afterAll(() => plenary.stop());

const agreed = async (): Promise<string> => JSON.stringify(await asked(chair, "/at/agreed"));

it("with one thumb one goes from change to change, accepts and rejects, from the bar at the foot", async () => {
  const bar = chair.getByTestId("chair-bar");
  for (const id of ["chair-previous", "chair-cards", "chair-next", "chair-accept", "chair-reject"]) {
    const box = await bar.getByTestId(id).boundingBox();
    expect([id, (box?.height ?? 0) >= 44, (box?.y ?? 0) > phone.height * 0.75]).toEqual([id, true, true]);
  }
  const at = async (): Promise<number> => Number(/Change (\d+) of 13/.exec(await bar.innerText())?.[1] ?? Number.NaN);
  const before = await agreed();
  await bar.getByTestId("chair-next").click();
  await bar.getByText(/^Change \d+ of 13$/).waitFor();
  const first = await at();
  await expect.poll(() => chair.locator(".ProseMirror .active").first().isVisible()).toBe(true);
  await bar.getByTestId("chair-next").click();
  await expect.poll(at).toBe(first + 1);
  await bar.getByTestId("chair-previous").click();
  await expect.poll(at).toBe(first);
  await bar.getByTestId("chair-accept").click();
  await expect.poll(agreed).not.toBe(before);
  await expect.poll(at).toBe(first + 1);
  await bar.getByTestId("chair-reject").click();
  await bar.getByText(/of 12$/).waitFor();
});

it("the cards come up from below; all of a card's menu can be reached, and a half is decided there", async () => {
  // What is pressed at once is not moving away.
  const tops = await chair.getByTestId("chair-cards").evaluate(async (button: HTMLElement) => {
    button.click();
    const seen = new Set<number>();
    for (let frames = 0; frames < 30 || seen.size === 0; frames++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const body = document.querySelector(".drawer-body");
      if (body) seen.add(Math.round(body.getBoundingClientRect().top));
    }
    return [...seen];
  });
  expect(tops.length).toBe(1);
  const card = chair.getByTestId("change-card").filter({ hasText: "40 per cent" });
  await card.getByTestId("card-more").click();
  const items = chair.getByRole("menuitem");
  await items.first().waitFor();
  for (let i = 0; i < (await items.count()); i++) {
    await items.nth(i).scrollIntoViewIfNeeded();
    const box = await items.nth(i).boundingBox();
    expect([i, (box?.y ?? -1) >= 0, (box?.y ?? 0) + (box?.height ?? 0) <= phone.height]).toEqual([i, true, true]);
  }
  await chair.getByTestId("accept-deletion").click();
  await items.first().waitFor({ state: "detached" });
  await expect.poll(agreed).not.toContain("40 per cent");
  // From a card Escape leads back to the text, which is not covered then.
  await chair.keyboard.press("Escape");
  await chair.getByTestId("change-card").first().waitFor({ state: "detached" });
});

it("switches, boxes and buttons are large enough for a thumb", async () => {
  await chair.getByTestId("chair-cards").click();
  await chair.getByTestId("filter-open").click();
  await chair.getByTestId("filter-kind").waitFor();
  // Below the open filter there is room for cards.
  await expect.poll(async () => (await chair.getByTestId("card-scroller").boundingBox())?.height).toBeGreaterThan(200);
  const small = await chair
    .locator(".mantine-Switch-track, .card-select input, .card-verdict button, [role=tab]")
    .evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => [one.className, one.getBoundingClientRect().height] as const)
        .filter(([, height]) => height < 24),
    );
  expect(small).toEqual([]);
});

it("who only reads goes through changes with the same bar", async () => {
  const reader = await openDraft(plenary, "peter-van-loon", phone);
  // The pointer may stand on a change since the sign-in.
  await reader.mouse.move(0, 0);
  await reader.getByTestId("chair-next").click();
  await reader.getByText(/^Change 1 of \d+$/).waitFor();
  await expect.poll(() => reader.getByTestId("chair-accept").count()).toBe(0);
  await saved(reader);
  await reader.context().close();
});
