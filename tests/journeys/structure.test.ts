import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { caretAtEnd, clauseOf, selectIn } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

describe("the structure of a draft", () => {
  let page: Page;

  it("the sign / in an empty clause offers what can be inserted, by its name in any language", async () => {
    page = await openDraft(plenary, "clara-lindqvist");
    await caretAtEnd(clauseOf(page, "to continue the programme"));
    await page.keyboard.press("Enter");
    await page.keyboard.type("/");
    await page.getByRole("combobox").waitFor();
    await expect.poll(() => page.getByRole("option").count()).toBe(9);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.type("subelem");
    await page.getByText("Nothing of that name").waitFor();
    await page.getByRole("combobox").fill("");
    await page.keyboard.type("подпун");
    await expect.poll(() => page.getByRole("option").allTextContents()).toEqual(["Sub-item"]);
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("with islands first;");
    const made = clauseOf(page, "with islands first;");
    await made.waitFor();
    await expect.poll(() => made.getAttribute("data-level")).toBe("1");
    await saved(page);
  });

  it("a clause is split and joined by keys, and undo takes it back", async () => {
    const whole = clauseOf(page, "with islands first;");
    await selectIn(whole, "with");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Control+Enter");
    await clauseOf(page, "islands first;").filter({ hasNotText: "with" }).waitFor();
    await page.keyboard.press("Control+z");
    await whole.waitFor();
    await saved(page);
  });

  it("Backspace at the start of a clause joins nothing and says what does", async () => {
    const found = clauseOf(page, "with islands first;");
    const before = await page.locator(".ProseMirror .clause").count();
    await found.click();
    await page.keyboard.press("Home");
    await page.keyboard.press("Backspace");
    await page.getByText("Clauses stay apart").waitFor();
    await expect.poll(() => page.locator(".ProseMirror .clause").count()).toBe(before);
  });

  it("a click on struck words or a label puts the caret beside it, and what is typed goes there", async () => {
    for (const [words, piece] of [
      ["a great many community networks", "> .del"],
      ["RESOLUTION 7 (Rev.", "del"],
      ["support regional workshops", ".label"],
    ] as const) {
      await caretAtEnd(clauseOf(page, "to continue the programme"));
      await clauseOf(page, words).locator(piece).first().click();
      await page.keyboard.insertText("beside");
      await clauseOf(page, words).locator("ins", { hasText: "beside" }).waitFor();
      await page.keyboard.press("Control+z");
      await clauseOf(page, words).locator("ins", { hasText: "beside" }).waitFor({ state: "detached" });
    }
    await saved(page);
  });

  it("a clause is dragged by its handle, a line shows where, and undo puts it back", async () => {
    const found = clauseOf(page, "duties on equipment");
    const target = clauseOf(page, "support regional workshops");
    await found.scrollIntoViewIfNeeded();
    await found.hover();
    const handle = await page.locator(".drag-handle").boundingBox();
    const to = await target.boundingBox();
    if (!handle || !to) throw new Error("there is no handle or no place to drag to");
    await page.mouse.move(handle.x + 5, handle.y + 8);
    await page.mouse.down();
    await page.mouse.move(handle.x + 5, to.y + to.height - 2, { steps: 5 });
    await page.locator(".drop-line").waitFor();
    await page.mouse.up();
    await page.locator('.clause[data-move="to"]', { hasText: "duties on equipment" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.locator('.clause[data-move="to"]', { hasText: "duties on equipment" }).waitFor({ state: "detached" });
  });

  const insertions: readonly [name: string, kind: string, label: string | null, said: RegExp][] = [
    ["Numbered item", "item", "5", /: (?:EUR, )?Added .* “made Numbered item”/],
    ["Paragraph", "paragraph", null, /: (?:EUR, )?Added paragraph .*“made Paragraph”/],
    ["Call", "call", null, /: (?:EUR, )?Added call: “made Call”/],
    ["Heading", "heading", null, /: (?:EUR, )?Added heading: “made Heading”/],
    ["Table", "paragraph", null, /: (?:EUR, )?Added table: “made Table”/],
    ["Annex", "annexTitle", null, /: (?:EUR, )?Added annex title: “made Annex”/],
    ["Reasons", "reasons", "Reasons:", /: (?:EUR, )?Added reasons: “made Reasons”/],
    ["Footnote", "footnote", "2", /: (?:EUR, )?Added footnote 2: “made Footnote”/],
  ];

  it("each thing of the list becomes what it is called, and a card says so", async () => {
    for (const [name, kind, label] of insertions) {
      await caretAtEnd(clauseOf(page, "to support regional workshops"));
      // A footnote is marked in the clause, everything else stands below it.
      if (kind !== "footnote") await page.keyboard.press("Enter");
      await page.keyboard.press(kind === "footnote" ? "Control+/" : "/");
      await page.getByRole("combobox").waitFor();
      await page.keyboard.type(name);
      await page.getByRole("option").first().waitFor();
      await page.keyboard.press("Enter");
      await page.getByRole("combobox").waitFor({ state: "detached" });
      await page.keyboard.insertText(`made ${name}`);
      const made = page.locator(`.ProseMirror .clause-${kind}[data-symbol=ADD]`, { hasText: `made ${name}` });
      await made.locator("ins", { hasText: `made ${name}` }).waitFor();
      if (label !== null) await expect.poll(() => made.locator(".label ins").textContent()).toBe(label);
    }
    await expect.poll(() => page.locator(".ProseMirror td", { hasText: "made Table" }).count()).toBe(1);
    await expect
      .poll(() => page.locator(".ProseMirror .clause-annexNumber[data-symbol=ADD]").textContent())
      .toBe("ANNEX");
    await expect.poll(() => clauseOf(page, "to support regional workshops").locator(".anchor").count()).toBe(1);
    const told = async (): Promise<(readonly [string, number])[]> => {
      const cards = await page.getByTestId("change-card").allInnerTexts();
      return insertions.map(([name, , , said]) => [name, cards.filter((card) => said.test(card)).length]);
    };
    await expect.poll(told).toEqual(insertions.map(([name]) => [name, 1]));
  });

  it("from a cell its row, its column and the table are suppressed, the table moved; undo brings each back", async () => {
    const table = page.locator(".ProseMirror table[data-symbol=ADD]", { hasText: "made Table" });
    const shown = (): Promise<number[]> =>
      table
        .locator("tr:not(.clause-hidden)")
        .evaluateAll((rows) => rows.map((row) => row.querySelectorAll("td:not(.clause-hidden)").length));
    const act = async (id: string): Promise<void> => {
      await page.getByTestId("clause-menu").click();
      await page.getByTestId(id).click();
    };
    await table.locator("td", { hasText: "made Table" }).click();
    await expect.poll(shown).toEqual([2, 2]);
    await act("clause.suppressColumn");
    await table.waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await expect.poll(shown).toEqual([2, 2]);
    await table.locator("td", { hasText: "made Table" }).click();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("second row");
    await act("clause.suppressRow");
    await expect.poll(shown).toEqual([2]);
    await page.keyboard.press("Control+z");
    await expect.poll(shown).toEqual([2, 2]);
    await page.getByTestId("change-card").filter({ hasText: "second row" }).waitFor();
    await table.locator("td", { hasText: "made Table" }).click();
    const above = (): Promise<string | null | undefined> =>
      table.evaluate((element) => {
        let one = element.previousElementSibling;
        while (one && one.getClientRects().length === 0) one = one.previousElementSibling;
        return one?.textContent;
      });
    const before = await above();
    await act("clause.moveUp");
    await expect.poll(above).not.toBe(before);
    await page.keyboard.press("Control+z");
    await expect.poll(above).toBe(before);
    await act("clause.suppressTable");
    await table.waitFor({ state: "hidden" });
    await page.keyboard.press("Control+z");
    await expect.poll(shown).toEqual([2, 2]);
    await saved(page);
  });

  it("a published row that is suppressed is struck, has a card, and is back when the chair rejects that", async () => {
    const row = page.locator(".ProseMirror tr[data-id]", { hasText: "Affordability" });
    await row.locator("td").first().click();
    await page.getByTestId("clause-menu").click();
    await page.getByTestId("clause.suppressRow").click();
    await page.locator(".ProseMirror tr.row-suppressed", { hasText: "Affordability" }).waitFor();
    await row.waitFor({ state: "detached" });
    const chair = await openDraft(plenary, "ines-arancibia");
    const card = chair.getByTestId("change-card").filter({ hasText: "Affordability" });
    await card.filter({ hasText: "Clara Lindqvist" }).waitFor();
    await card.getByRole("button", { name: /^Reject/ }).click();
    await row.waitFor();
    await page.locator(".ProseMirror tr.row-suppressed").waitFor({ state: "detached" });
    await card.waitFor({ state: "detached" });
    await chair.context().close();
  });

  it("what is written without keys into a clause that is not painted yet stands in that clause", async () => {
    await caretAtEnd(clauseOf(page, "to continue the programme"));
    for (const [key, written] of [
      ["Enter", "before it is painted"],
      ["ArrowRight", ", and deeper"],
    ] as const)
      await page.locator(".ProseMirror").evaluate(
        (paper, [pressed, words]) => {
          const deeper = pressed === "ArrowRight";
          const init = { key: pressed, altKey: deeper, shiftKey: deeper, bubbles: true, cancelable: true };
          paper.dispatchEvent(new KeyboardEvent("keydown", init));
          // oxlint-disable-next-line typescript/no-deprecated -- as an input method writes: by the browser, with no key
          document.execCommand("insertText", false, words);
        },
        [key, written] as const,
      );
    const made = page.locator(".ProseMirror .clause-added", { hasText: "before it is painted" });
    await expect.poll(() => made.locator("ins").allTextContents()).toContain("before it is painted, and deeper");
    await expect.poll(() => made.count()).toBe(1);
    await saved(page);
  });

  it("by keys a clause goes in and out, down and up, is suppressed and restored; the way back leaves no change", async () => {
    const words = "to keep a public register";
    const cards = (): Promise<string[]> => page.getByTestId("change-card").locator(".card-kind").allTextContents();
    const before = await cards();
    const other = async (kind: string): Promise<void> =>
      expect.poll(async () => (await cards()).toSorted()).toEqual([...before, kind].toSorted());
    for (const [there, back, seen, kind] of [
      ["Alt+Shift+ArrowRight", "Alt+Shift+ArrowLeft", '[data-level="1"]', "Kind"],
      ["Alt+Shift+ArrowDown", "Alt+Shift+ArrowUp", '[data-move="to"]', "Moved"],
      ["Alt+Shift+S", "Alt+Shift+R", '.clause-suppressed[data-symbol="SUP"]', "SUP"],
    ] as const) {
      await caretAtEnd(clauseOf(page, words));
      await page.keyboard.press(there);
      await page.locator(`.ProseMirror .clause${seen}`, { hasText: words }).waitFor();
      await other(kind);
      // The caret went along.
      await page.keyboard.press(back);
      await page.locator(`.ProseMirror .clause${seen}`, { hasText: words }).waitFor({ state: "detached" });
      await expect.poll(cards).toEqual(before);
    }
    await saved(page);
  });
});

it.each([
  ["Arabic", "salma-haddad", "ARB/9A2/1", { language: "ar" }],
  ["Chinese, dark", "wei-lan", "ACP/12A1/1", { language: "zh", dark: true }],
] as const)("the menus are accessible in %s", async (_name, person, draft, options) => {
  const page = await openDraft(plenary, person, options, draft);
  await caretAtEnd(page.locator(".ProseMirror .clause-item").first());
  await page.getByTestId("clause-menu").click();
  await page.getByTestId("clause.split").waitFor();
  expect(await faults(page)).toEqual([]);
  await page.getByTestId("clause.insert").click();
  await page.getByTestId("insert-menu").waitFor();
  await expect.poll(() => page.getByRole("combobox").evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});
