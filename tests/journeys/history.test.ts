import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { openView, textAt } from "./draftView.ts";
import { faults } from "./faults.ts";
import { focusOn } from "./focusOn.ts";
import { typeAtEnd } from "./onPaper.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let writer: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  writer = await openDraft(plenary, "clara-lindqvist");
  await typeAtEnd(writer, "results shall be published", " and read aloud");
  await saved(writer);
});
afterAll(() => plenary.stop());

it("a version is named and compared with now, in both directions; the address keeps it, and it goes out", async () => {
  await openView(writer, "compare");
  await writer.getByTestId("name-version").click();
  await writer.getByTestId("version-name").fill("Before the break");
  await writer.getByTestId("version-save").click();
  await writer.getByTestId("version-name").waitFor({ state: "detached" });
  await writer.keyboard.press("Alt+2");
  await typeAtEnd(writer, "results shall be published", " in May");
  await saved(writer);
  await openView(writer, "compare");
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
  await openView(writer, "history");
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
  await openView(writer, "history");
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
  await openView(writer, "compare");
  await writer.getByTestId("compare-from").click();
  await writer.getByRole("option", { name: "Thursday, noon" }).click();
  await writer.getByTestId("step-count").getByText("0 changes").waitFor();
});

it("who only reads may compare and look back, but not name a version", async () => {
  const observer = await openDraft(plenary, "peter-van-loon");
  await openView(observer, "history");
  await observer.getByTestId("version").first().waitFor();
  for (const id of ["name-version", "rename-version"])
    await expect.poll(() => observer.getByTestId(id).count()).toBe(0);
  await observer.context().close();
});

/** Waits until the paper shows the stop of the timeline. */
function settled(page: Page, stop: string | null): Promise<void> {
  return page.locator(`[data-testid=past][data-stop="${stop}"] .clause`).first().waitFor();
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

/** The words that the paper marks so. */
async function paperWords(page: Page, tag: "ins" | "del"): Promise<string[]> {
  const found = await page.getByTestId("redline-paper").locator(tag).allInnerTexts();
  return found.map((said) => said.replace(/^(in|de)\w+: ?/, "").trim());
}
