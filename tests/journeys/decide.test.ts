import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asked, openDraft, saved } from "./draftPage.ts";
import { replaceWord, typeAtEnd, typeAtStart } from "./onPaper.ts";
import { focusOn } from "./focusOn.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let writer: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  writer = await openDraft(plenary, "mateo-ibarra");
});
afterAll(() => plenary.stop());

describe.each([
  ["the table", "change-line", "Alt+7"],
  ["the cards", "change-card", "Alt+2"],
] as const)("from %s the chair decides on", (place, id, key) => {
  let one: Page;
  beforeAll(async () => {
    one = await openDraft(plenary, "ines-arancibia");
    await one.keyboard.press(key);
    await one.getByTestId(id).first().waitFor();
  });
  const found = (page: Page, words: string): Locator => page.getByTestId(id).filter({ hasText: words });
  afterAll(() => one.context().close());
  const openMenu = async (words: string): Promise<void> => {
    await focusOn(found(one, words).getByTestId("card-more"));
    await one.keyboard.press("Enter");
    await one.locator('[role="menu"]:focus-within').waitFor();
  };
  const current = async (): Promise<string> => JSON.stringify(await asked(one, "/at/current"));
  const agreed = async (): Promise<string> => JSON.stringify(await asked(one, "/at/agreed"));

  it("the deletion and the insertion of a replacement separately", async () => {
    const [old, now] = place === "the table" ? ["reviewed", "QWZ"] : ["published", "QWY"];
    await replaceWord(writer, old, now);
    await openMenu(now);
    await one.getByTestId("accept-deletion").click();
    await one.getByTestId("heard").getByText("1 change accepted").waitFor({ state: "attached" });
    await expect.poll(agreed).not.toContain(old);
    await expect.poll(() => agreed()).not.toContain(now);
    await openMenu(now);
    await expect.poll(() => one.getByTestId("accept-deletion").count()).toBe(0);
    await one.keyboard.press("Escape");
    await one.getByRole("menu").waitFor({ state: "detached" });
    await found(one, now)
      .getByRole("button", { name: /^Reject/ })
      .click();
    await writer.locator(".ProseMirror ins", { hasText: now }).waitFor({ state: "detached" });
    await expect.poll(() => current()).not.toContain(old);
  });

  const undone = async (): Promise<void> => {
    await one.getByTestId("undo-act").click();
    await one.getByTestId("undo-act").waitFor({ state: "detached" });
  };

  it("all of a clause, by keys, and undoes it at once", async () => {
    const [first, last] = [`${id} four`, `${id} five`];
    await typeAtEnd(writer, "to support regional workshops", ` ${last}`);
    await typeAtStart(writer, "to support regional workshops", `${first} `);
    await found(one, last).waitFor();
    await openMenu(first);
    await focusOn(one.getByTestId("reject-clause"));
    await one.keyboard.press("Enter");
    await writer.locator(".ProseMirror ins", { hasText: first }).waitFor({ state: "detached" });
    const text = await current();
    expect([text.includes(first), text.includes(last)]).toEqual([false, false]);
    // What had the focus went, the focus did not.
    await expect.poll(() => one.evaluate(() => document.activeElement?.closest("[data-change]") !== null)).toBe(true);
    await undone();
    await found(one, first).waitFor();
    await found(one, last).waitFor();
  });

  it("all of a person, and of a group", async () => {
    const [hers, his] = [`${id} clara`, `${id} mateo`];
    const other = await openDraft(plenary, "clara-lindqvist");
    await typeAtEnd(other, "results shall be published", ` ${hers}`);
    await typeAtEnd(writer, "shared infrastructure in border", ` ${his}`);
    await Promise.all([saved(other), saved(writer)]);
    await found(one, hers).filter({ hasText: "Clara Lindqvist" }).waitFor();
    await found(one, his).filter({ hasText: "EUR" }).waitFor();
    await openMenu(hers);
    await one.getByTestId("reject-person").filter({ hasText: "Clara Lindqvist" }).click();
    await found(one, hers).waitFor({ state: "detached" });
    const text = await current();
    expect([text.includes(hers), text.includes(his)]).toEqual([false, true]);
    await undone();
    // Who wrote what came back is known a moment later.
    await found(one, hers).filter({ hasText: "Clara Lindqvist" }).waitFor();
    await found(one, his).filter({ hasText: "EUR" }).waitFor();
    await openMenu(his);
    await one.getByTestId("accept-group").filter({ hasText: "EUR" }).click();
    await expect.poll(async () => (await agreed()).includes(hers)).toBe(true);
    expect((await agreed()).includes(his)).toBe(true);
    await undone();
    await expect.poll(async () => (await agreed()).includes(his)).toBe(false);
    await other.context().close();
  });

  it("what comes back, whose writers were asked for just before it went", async () => {
    const other = await openDraft(plenary, "clara-lindqvist");
    const [first, word] = [`${id} once`, `${id} again`];
    const [held, gone] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await one.route("**/authors", async (route) => {
      held.resolve();
      await gone.promise;
      await route.continue();
    });
    await typeAtEnd(other, "results shall be published", ` ${word}`);
    await typeAtStart(other, "results shall be published", `${first} `);
    await saved(other);
    await found(one, first).waitFor();
    await found(one, word).waitFor();
    await held.promise;
    await openMenu(word);
    await one.getByTestId("reject-clause").click();
    await found(one, word).waitFor({ state: "detached" });
    const answered = one.waitForResponse("**/authors");
    gone.resolve();
    await answered;
    await one.unroute("**/authors");
    await undone();
    await found(one, word).filter({ hasText: "Clara Lindqvist" }).waitFor();
    await other.context().close();
  });

  it("by keys on one and the next, before the first has been answered", async () => {
    const [first, second] = [`${id} ebb`, `${id} flow`];
    await typeAtEnd(writer, "shared infrastructure in border", ` ${first}`);
    await typeAtEnd(writer, "to support regional workshops", ` ${second}`);
    await saved(writer);
    const [sent, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    await one.route("**/decisions", async (route) => {
      sent.resolve();
      await held.promise;
      await route.continue();
    });
    for (const words of [first, second]) {
      await focusOn(found(one, words).locator(".card-words, .cell-place"));
      await one.keyboard.press("r");
      await sent.promise;
      // The focus goes on to the next change.
      const focused = (): Promise<string> =>
        one.evaluate(() => document.activeElement?.closest("[data-change]")?.textContent ?? "");
      await expect.poll(focused).not.toContain(words);
    }
    held.resolve();
    for (const words of [first, second]) await found(one, words).waitFor({ state: "detached" });
    await one.unroute("**/decisions");
    const text = await current();
    expect([text.includes(first), text.includes(second)]).toEqual([false, false]);
  });

  it("those that are chosen, with Shift up to another one, by mouse and by keys", async () => {
    const pending = found(one, "").and(one.locator("[data-state=pending]"));
    const count = await pending.count();
    expect(count).toBeGreaterThan(10);
    const box = (index: number): Locator => pending.nth(index).getByTestId("select");
    const chosen = (): Promise<boolean[]> =>
      pending.getByTestId("select").evaluateAll((boxes: HTMLInputElement[]) => boxes.map(({ checked }) => checked));
    const only = (...indexes: number[]): boolean[] => Array.from({ length: count }, (_, i) => indexes.includes(i));
    await box(1).click();
    await box(3).click({ modifiers: ["Shift"] });
    await expect.poll(() => chosen()).toEqual(only(1, 2, 3));
    await one.getByTestId("bulk-accept").filter({ visible: true }).getByText("Accept 3 chosen").waitFor();
    await box(2).click();
    await focusOn(box(1));
    await one.keyboard.press("x");
    await expect.poll(() => chosen()).toEqual(only(3));
    for (const step of [2, 3, 4]) {
      await one.keyboard.press("ArrowDown");
      await expect.poll(() => pending.nth(step).evaluate((line) => line.contains(document.activeElement))).toBe(true);
    }
    await one.keyboard.press("Shift+X");
    await expect.poll(() => chosen()).toEqual(only(1, 2, 3, 4));
    await one.keyboard.press("Shift+A");
    await expect.poll(() => pending.count()).toBe(count - 4);
    await undone();
    await expect.poll(() => pending.count()).toBe(count);
    await expect.poll(() => chosen()).toEqual(only());
  });
});

it("all lines of the table are chosen at once, and all but one are decided", async () => {
  const chair = await openDraft(plenary, "ines-arancibia");
  await chair.keyboard.press("Alt+7");
  const open = chair.locator('[data-testid="change-line"][data-state="pending"]');
  await open.first().waitFor();
  // What has been agreed is known a moment after the text.
  await chair.locator('[data-testid="change-line"][data-state="agreed"]').first().waitFor();
  const before = await open.count();
  await chair.getByTestId("choose-all").click();
  await expect.poll(() => chair.locator(".view [data-testid=select]:checked").count()).toBe(before);
  await open.nth(2).getByTestId("select").click();
  await expect
    .poll(() => chair.getByTestId("choose-all").evaluate((box: HTMLInputElement) => box.indeterminate))
    .toBe(true);
  await chair.locator(".view").getByTestId("bulk-accept").click();
  await expect.poll(() => open.count()).toBe(1);
  await chair.getByTestId("undo-act").last().click();
  await expect.poll(() => open.count()).toBe(before);
});
