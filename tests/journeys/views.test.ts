import { readFileSync } from "node:fs";
import { type Text, flatten } from "@plenary/document";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft } from "./draftPage.ts";
import { caretAtEnd, clauseOf, typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { focusOn } from "./focusOn.ts";
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
  await writer.locator('[data-testid="saving"][data-state="saved"]').waitFor();
});

it("side by side, each column reads as its text, follows what is written, folds, and is gone through by key", async () => {
  await open(chair, "sides");
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

it("a version is named and compared with now, in both directions; the address keeps it, and it goes out", async () => {
  await open(writer, "compare");
  await writer.getByTestId("name-version").click();
  await writer.getByTestId("version-name").fill("Before the break");
  await writer.getByTestId("version-save").click();
  await writer.getByTestId("version-name").waitFor({ state: "detached" });
  await writer.keyboard.press("Alt+2");
  await typeAtEnd(writer, "results shall be published", " in May");
  await writer.locator('[data-testid="saving"][data-state="saved"]').waitFor();
  await open(writer, "compare");
  await writer.getByTestId("compare-from").click();
  await writer.getByRole("option", { name: "Before the break" }).click();
  await writer.getByTestId("step-count").getByText("1 change").waitFor();
  await expect.poll(() => paperWords(writer, "ins")).toEqual(["in May"]);
  await writer.reload();
  await writer.getByTestId("step-count").getByText("1 change").waitFor();
  await expect.poll(() => readPaper(writer, "current")).toEqual(await textAt(writer, "current"));
  await expect
    .poll(() => readPaper(writer, "base"))
    .toEqual(await textAt(writer, new URL(writer.url()).searchParams.get("from") ?? ""));
  await writer.getByTestId("compare-swap").click();
  await writer.getByTestId("redline-paper").locator("del", { hasText: "in May" }).waitFor();
  await writer.getByTestId("layout").getByText("Two columns").click();
  await writer.getByTestId("columns").locator("del", { hasText: "in May" }).waitFor();
  await writer.getByTestId("compare-export").click();
  const download = writer.waitForEvent("download");
  await writer.getByTestId("compare-export-text-marked").click();
  expect(readFileSync(await (await download).path(), "utf8")).toContain("[- in May-]");
});

it("the timeline is scrubbed by keys, says who and when, and shows each moment against the base", async () => {
  await open(writer, "history");
  const slider = writer.getByTestId("timeline");
  await focusOn(slider);
  await settled(writer, await slider.getAttribute("max"));
  await expect.poll(() => readPaper(writer, "current")).toEqual(await textAt(writer, "current"));
  await writer.keyboard.press("Home");
  await settled(writer, "0");
  await expect
    .poll(() => slider.getAttribute("aria-valuetext"))
    .toMatch(/^Clara Lindqvist, EUR · .* · opened the draft$/);
  await expect.poll(() => readPaper(writer, "current")).toEqual(await textAt(writer, "published"));
  await expect.poll(() => writer.locator(".redline-paper :is(ins, del)").count()).toBe(0);
  await writer.getByTestId("version").click();
  await writer.getByTestId("stop").getByText("named the version “Before the break”").waitFor();
  await settled(writer, await slider.inputValue());
  await expect.poll(() => readPaper(writer, "current")).not.toEqual(await textAt(writer, "current"));
  await expect.poll(() => new URL(writer.url()).searchParams.get("at")).toMatch(/^\d+\.\d+$/);
  await writer.reload();
  await writer.getByTestId("stop").getByText("named the version “Before the break”").waitFor();
  await writer.keyboard.press("Alt+j");
  await settled(writer, await slider.getAttribute("max"));
  await writer.locator("[data-fresh] ins", { hasText: "in May" }).waitFor();
  await expect.poll(() => readPaper(writer, "base")).toEqual(await textAt(writer, "published"));
});

it("a version is renamed on the timeline by keys; an empty name and one that is taken are told at the field", async () => {
  await open(writer, "history");
  await writer.getByTestId("name-version").click();
  await writer.getByTestId("version-name").fill("After the break");
  await writer.keyboard.press("Enter");
  const second = writer.getByTestId("version").filter({ hasText: "After the break" });
  await second.waitFor();
  await writer.getByTestId("version-name").waitFor({ state: "detached" });
  await focusOn(second);
  await writer.keyboard.press("Tab");
  await writer.keyboard.press("Enter");
  const field = writer.getByTestId("version-name");
  await writer.locator('[data-testid="version-name"]:focus').waitFor();
  await expect.poll(() => field.inputValue()).toBe("After the break");
  await writer.keyboard.press("Backspace");
  await writer.keyboard.press("Enter");
  const said = writer.getByRole("alert");
  await said.getByText("Give the version a name.").waitFor();
  await expect.poll(() => field.getAttribute("aria-invalid")).toBe("true");
  expect(await faults(writer)).toEqual([]);
  await writer.keyboard.type("Before the break");
  await writer.keyboard.press("Enter");
  await said.getByText("There is a version Before the break already. Take another name.").waitFor();
  await field.fill("");
  await writer.keyboard.type("  Thursday, noon ");
  await writer.keyboard.press("Enter");
  await field.waitFor({ state: "detached" });
  await writer
    .getByTestId("version")
    .filter({ hasText: /^Thursday, noon$/ })
    .waitFor();
  await expect.poll(() => second.count()).toBe(0);
  const rename = writer.getByRole("button", { name: "Rename “Thursday, noon”" });
  await expect.poll(() => rename.evaluate((button) => button === document.activeElement)).toBe(true);
  await writer.keyboard.press("Enter");
  await writer.locator('[data-testid="version-name"]:focus').waitFor();
  await writer.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await open(writer, "compare");
  await writer.getByTestId("compare-from").click();
  await writer.getByRole("option", { name: "Thursday, noon" }).click();
  await writer.getByTestId("step-count").getByText("0 changes").waitFor();
});

it("who only reads may compare and look back, but not name a version", async () => {
  const observer = await openDraft(plenary, "peter-van-loon");
  await open(observer, "history");
  await observer.getByTestId("version").first().waitFor();
  for (const id of ["name-version", "rename-version"])
    await expect.poll(() => observer.getByTestId(id).count()).toBe(0);
  await observer.context().close();
});

it("the table sorts, filters, goes out, and leads to the change in the text", async () => {
  await open(chair, "table");
  const lines = chair.getByTestId("change-line");
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
  await open(hall, "projector");
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
    await open(page, view);
    expect([view, await faults(page)]).toEqual([view, []]);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
    const shots = process.env["SCREENSHOTS"];
    if (shots) await page.screenshot({ path: `${shots}/${view}-${Object.values(options).join("-")}.png` });
  }
  await page.context().close();
});

const shows = {
  sides: ".column-row",
  compare: "[data-testid=redline-paper] .clause",
  history: "[data-testid=past][data-stop] .clause",
  table: "[data-testid=change-line]",
  projector: ".projector .clause",
} as const;

async function open(page: Page, view: keyof typeof shows): Promise<void> {
  await page.keyboard.press(`Alt+${Object.keys(shows).indexOf(view) + 4}`);
  await page.locator(shows[view]).first().waitFor();
  expect(page.url()).toMatch(new RegExp(`/${view}(\\?|$)`));
}

/** How far the middle of a box is from the middle of a window of that height, in pixels. */
function distance(box: { readonly y: number; readonly height: number } | null, height: number): number {
  return box ? Math.abs(box.y + box.height / 2 - height / 2) : Number.POSITIVE_INFINITY;
}

/** Waits until the paper shows the stop of the timeline. */
function settled(page: Page, stop: string | null): Promise<void> {
  return page.locator(`[data-testid=past][data-stop="${stop}"] .clause`).first().waitFor();
}

/** A text of the draft as the server has it, a line each clause. */
async function textAt(page: Page, which: string): Promise<string[]> {
  const draft = /drafts\/([^/?]+)/.exec(page.url())?.[1] ?? "";
  const text = await page.evaluate(
    async (path): Promise<unknown> => (await fetch(path)).json(),
    `/api/drafts/${draft}/at/${which}`,
  );
  return lines(text as Text);
}

function lines({ clauses }: Text): string[] {
  const said = ({ label, content, rows }: Text["clauses"][number]): string =>
    `${label ?? ""}${flatten(content).replaceAll("\u2028", "").replaceAll("\uFFFC", "*")}${rows
      .flatMap(({ cells }) => cells.flatMap((cell) => cell.clauses.map(said)))
      .join("")}`;
  return clauses.map(said);
}

/** What a reader gets who accepts, or rejects, every change of the paper. */
function readPaper(page: Page, side: "base" | "current"): Promise<string[]> {
  return page.getByTestId("redline-paper").evaluate(
    (paper, other) =>
      [...paper.querySelectorAll(".clause")].flatMap((clause) => {
        const copy = clause.cloneNode(true);
        if (!(copy instanceof Element)) return [];
        for (const gone of copy.querySelectorAll(`${other}, [class*=VisuallyHidden]`)) gone.remove();
        const absent =
          other === "ins" ? !clause.hasAttribute("data-base") : clause.getAttribute("data-symbol") === "SUP";
        return absent ? [] : [(copy.textContent ?? "").replaceAll("\u2060", "")];
      }),
    side === "base" ? "ins" : "del",
  );
}

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

async function paperWords(page: Page, tag: "ins" | "del"): Promise<string[]> {
  const found: Locator = page.getByTestId("redline-paper").locator(tag);
  return (await found.allInnerTexts()).map((said) => said.replace(/^(in|de)\w+: ?/, "").trim());
}
