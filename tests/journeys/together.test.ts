import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDraft, saved } from "./draftPage.ts";
import { caretAtEnd, clauseOf, selectIn, typeAtEnd } from "./onPaper.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

it("two people type in one clause at once, and what each types stands together where they began", async () => {
  const clara = await openDraft(plenary, "clara-lindqvist");
  const mateo = await openDraft(plenary, "mateo-ibarra");
  const of = (page: typeof clara) => clauseOf(page, "shall be planned");
  for (const [page, before] of [
    [clara, "community"],
    [mateo, "bridge"],
  ] as const) {
    await selectIn(of(page), before);
    await page.keyboard.press("ArrowRight");
  }
  const [long, short] = [" that lives there and depends on it", " or ferry"];
  await Promise.all([clara.keyboard.type(long), mateo.keyboard.type(short)]);
  for (const page of [clara, mateo])
    await expect
      .poll(() => said(of(page)))
      .toContain("each bridge or ferry shall be planned with the community that lives there and depends on it");
  await Promise.all([saved(clara), saved(mateo)]);
});

it("what one reads stays where it is while another writes above it, with a caret there and without", async () => {
  const writer = await openDraft(plenary, "clara-lindqvist");
  const reader = await openDraft(plenary, "mateo-ibarra", { height: 500 });
  const read = clauseOf(reader, "support regional workshops");
  const place = () => read.evaluate((element) => Math.round(element.getBoundingClientRect().top / 4));
  await read.evaluate((element) => element.scrollIntoView({ block: "center" }));
  for (const words of [
    "A paragraph of more than one line, which pushes all that stands below it down by some. ",
    "A second. ",
  ]) {
    const before = await place();
    await caretAtEnd(clauseOf(writer, "Digital bridges to communities"));
    await writer.keyboard.press("Enter");
    await writer.keyboard.insertText(words.repeat(3));
    await clauseOf(reader, words.trim()).waitFor();
    await expect.poll(place).toBe(before);
    await caretAtEnd(read);
  }
  await saved(writer);
});

it("undo shows what it takes back, wherever one has gone meanwhile", async () => {
  const page = await openDraft(plenary, "clara-lindqvist", { height: 400 });
  const at = (words: string) => clauseOf(page, words);
  await typeAtEnd(page, "each bridge", " Undone soon.");
  await saved(page);
  await page.locator(".ProseMirror .clause").first().click();
  await page.keyboard.press("Control+Home");
  await expect.poll(() => inWindow(at("Undone soon."))).toBe(false);
  await page.keyboard.press("Control+z");
  await expect.poll(() => inWindow(at("each bridge"))).toBe(true);
  await page.keyboard.type(" Typed where it was.");
  await at("each bridge").locator("ins", { hasText: "Typed where it was." }).waitFor();
  await saved(page);
});

/** What a clause says, without the names at carets. */
function said(clause: Locator): Promise<string> {
  return clause.evaluate((element) => {
    const words = element.cloneNode(true) as Element;
    for (const caret of words.querySelectorAll(".caret")) caret.remove();
    return words.textContent;
  });
}

/** Whether any of it is in the window. */
function inWindow(found: Locator): Promise<boolean> {
  return found.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  });
}
