import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { openView, textAt } from "./draftView.ts";
import { caretAtEnd, clauseOf, typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { fitsWindow } from "./fitsWindow.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let chair: Page;
let writer: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  [chair, writer] = [await openDraft(plenary, "ines-arancibia"), await openDraft(plenary, "clara-lindqvist")];
});
afterAll(() => plenary.stop());

it("one types in the clean text as in the marked-up one, and not in the base", async () => {
  await writer.keyboard.press("Alt+3");
  await writer.locator('.paper[data-mode="clean"]').waitFor();
  expect(writer.url()).toMatch(/\/clean$/);
  await typeAtEnd(writer, "results shall be published", " and read aloud");
  await chair.locator(".ProseMirror ins", { hasText: "and read aloud" }).waitFor();
  await writer.keyboard.press("Alt+1");
  await writer.locator('.paper[data-mode="base"]').waitFor();
  await expect.poll(() => writer.locator('[contenteditable="true"]:visible').count()).toBe(0);
  await writer.keyboard.press("Alt+2");
  await writer.locator('.paper[data-mode="marked"]').waitFor();
  await saved(writer);
});

it("side by side, each column reads as its text, follows what is written, folds, and is gone through by key", async () => {
  await openView(chair, "sides");
  await chair.getByTestId("fold").click();
  await expect.poll(() => column(chair, "base")).toEqual(await textAt(chair, "published"));
  await expect.poll(() => column(chair, "current")).toEqual(await textAt(chair, "current"));
  for (const kind of ["number", "title", "reference", "opening", "call", "item", "annexTitle", "footnote"]) {
    const [onPaper, beside] = [await setting(chair, ".ProseMirror", kind), await setting(chair, ".column", kind)];
    expect([kind, beside]).toEqual([kind, onPaper]);
  }
  expect((await setting(chair, ".column", "reference")).slice(0, 2)).toEqual(["center", "italic"]);
  await typeAtEnd(writer, "results shall be published", " twice");
  await chair.locator('.column[data-side="current"] ins', { hasText: "aloud twice" }).waitFor();
  const whole = await chair.locator(".column-row").count();
  await chair.getByTestId("fold").click();
  await expect.poll(() => chair.locator(".column-row").count()).toBeLessThan(whole);
  await chair.locator(".fold button").first().click();
  await chair.keyboard.press("j");
  await chair
    .getByTestId("step-count")
    .getByText(/^Change 1 of \d+$/)
    .waitFor();
  await chair.keyboard.press("Alt+j");
  await chair
    .getByTestId("step-count")
    .getByText(/^Change 2 of/)
    .waitFor();
  await expect
    .poll(() => chair.evaluate(() => document.activeElement?.matches('.column-row[data-touched="true"]')))
    .toBe(true);
  await chair.keyboard.press("k");
  await chair
    .getByTestId("step-count")
    .getByText(/^Change 1 of/)
    .waitFor();
});

it("the table sorts, filters, goes out, and leads to the change in the text", async () => {
  await typeAtEnd(writer, "to support regional workshops", " in May");
  await saved(writer);
  await openView(chair, "table");
  const lines = chair.getByTestId("change-line");
  await lines.filter({ hasText: "in May" }).waitFor();
  const all = await lines.count();
  await chair.getByTestId("sort-inserted").click();
  await expect.poll(() => chair.locator('th[data-column="inserted"]').getAttribute("aria-sort")).toBe("ascending");
  const words = (await lines.locator("ins").allInnerTexts()).map((said) => said.trim());
  expect(words).toEqual(words.toSorted(new Intl.Collator("en", { numeric: true }).compare));
  const download = chair.waitForEvent("download");
  await chair.getByTestId("table-csv").click();
  expect(readFileSync(await (await download).path(), "utf8").split("\r\n").length).toBe(all + 2);
  await chair.locator(".view").getByTestId("filter-words").fill("in May");
  await expect.poll(() => lines.count()).toBe(1);
  await lines.getByTestId("line-go").click();
  await chair.locator(".ProseMirror ins.active", { hasText: "in May" }).waitFor();
  await expect.poll(() => chair.locator(".ProseMirror ins.active").isVisible()).toBe(true);
  await chair.getByTestId("filter-words").fill("");
});

it("the screen of the hall follows the chair, nobody else, and Escape leaves it", async () => {
  const hall = await openDraft(plenary, "peter-van-loon", { width: 1920, height: 1080 });
  await openView(hall, "projector");
  await hall.getByTestId("legend").waitFor();
  const focus = hall.locator(".projector [data-focus]");
  await caretAtEnd(clauseOf(chair, "results shall be published"));
  const stands = (): Promise<string> =>
    chair
      .locator(".ProseMirror .active")
      .first()
      .evaluate((active) => active.closest("[data-id]")?.getAttribute("data-id") ?? "");
  const follows = async (): Promise<boolean> =>
    ((await focus.getAttribute("data-row")) ?? "").split(" ").includes(await stands());
  await chair.keyboard.press("Alt+j");
  await focus.locator(".lit").first().waitFor();
  await expect.poll(follows).toBe(true);
  const first = await stands();
  await hall.getByTestId("leader").getByText("Inés Arancibia Vidal").waitFor();
  await chair.keyboard.press("Alt+j");
  await expect.poll(stands).not.toBe(first);
  await expect.poll(follows).toBe(true);
  await expect.poll(async () => distance(await focus.boundingBox(), 1080)).toBeLessThan(400);
  const second = await focus.getAttribute("data-row");
  await writer.keyboard.press("Alt+2");
  await typeAtEnd(writer, "results shall be published", " at last");
  await hall.locator(".projector ins", { hasText: "at last" }).waitFor();
  await expect.poll(() => focus.getAttribute("data-row")).toBe(second);
  const size = async (): Promise<number> =>
    Number.parseFloat(await focus.evaluate((element) => getComputedStyle(element).fontSize));
  const before = await size();
  expect(before).toBeGreaterThan(40);
  await hall.keyboard.press("+");
  await expect.poll(size).toBeGreaterThan(before);
  await hall.keyboard.press("-");
  await expect.poll(size).toBe(before);
  await hall.keyboard.press("?");
  for (const id of ["larger", "smaller", "full", "leave"]) await hall.getByTestId(`keys-projector.${id}`).waitFor();
  await hall.keyboard.press("Escape");
  await hall.getByTestId("key-sheet").waitFor({ state: "detached" });
  await expect.poll(() => hall.getByTestId("projector").count()).toBe(1);
  await hall.keyboard.press("Escape");
  await hall.locator(".ProseMirror .clause").first().waitFor();
  await hall.context().close();
});

const looks: readonly [string, WindowOptions][] = [
  ["English", {}],
  ["Arabic, dark", { language: "ar", dark: true }],
  ["Chinese, phone", { language: "zh", width: 390, height: 844 }],
];
it.each(looks)("axe finds nothing on any view in %s, and nothing is wider than the window", async (_name, options) => {
  const page = await openDraft(plenary, "ines-arancibia", options);
  await page.getByTestId("views").click();
  await page.getByTestId("view-sides").waitFor();
  expect(await faults(page)).toEqual([]);
  await page.keyboard.press("Escape");
  for (const view of ["sides", "compare", "history", "table", "projector"] as const) {
    await openView(page, view);
    expect([view, await faults(page)]).toEqual([view, []]);
    await fitsWindow(page);
    const shots = process.env["SCREENSHOTS"];
    if (shots) await page.screenshot({ path: `${shots}/${view}-${Object.values(options).join("-")}.png` });
  }
  await page.context().close();
});

/** How far the middle of a box is from the middle of a window of that height, in pixels. */
function distance(box: { readonly y: number; readonly height: number } | null, height: number): number {
  return box ? Math.abs(box.y + box.height / 2 - height / 2) : Number.POSITIVE_INFINITY;
}

/** What a reader gets of one column. */
function column(page: Page, side: "base" | "current"): Promise<string[]> {
  return page.locator(`.column[data-side="${side}"][data-empty="false"]`).evaluateAll((cells) =>
    cells.map((cell) => {
      const copy = cell.cloneNode(true);
      if (!(copy instanceof Element)) return "";
      for (const heard of copy.querySelectorAll("[class*=VisuallyHidden]")) heard.remove();
      return copy.textContent ?? "";
    }),
  );
}

/** How the first paragraph of a kind is set there: where its lines stand, how its letters look, how far it hangs. */
function setting(page: Page, there: string, kind: string): Promise<string[]> {
  return page
    .locator(`${there} .clause-${kind}`)
    .first()
    .evaluate((clause) => {
      const { textAlign, fontStyle, fontWeight, fontSize, paddingInlineStart } = getComputedStyle(clause);
      const around = Number.parseFloat(getComputedStyle(clause.parentElement ?? clause).fontSize);
      const relative = (size: string): string => (Number.parseFloat(size) / around).toFixed(2);
      return [textAlign, fontStyle, fontWeight, relative(fontSize), relative(paddingInlineStart)];
    });
}
