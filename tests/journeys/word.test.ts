import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saved } from "./draftPage.ts";
import { commentedFile } from "../roundtrip/commentedFile.ts";
import { trackedFile } from "../roundtrip/trackedFile.ts";
import { faults } from "./faults.ts";
import { fitsWindow } from "./fitsWindow.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";
import { amended, ana, bo, linesOf, wordUpload } from "./wordFile.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

describe("a tracked Word file, its amendment in the page, and the file that goes out", () => {
  let exported: Uint8Array;
  let cards: string[];

  it("is recognised, and becomes a draft whose changes are their Word authors'", async () => {
    const page = await plenary.windowOf("mateo-ibarra");
    const lines = await linesOf(page, "resolution-9");
    await page.getByTestId("bring-in").click();
    await choose(page, "our wishes.docx", commented(amended(lines, 10)));
    await page.getByTestId("word-comments-internal").waitFor();
    await expect.poll(() => page.getByTestId("base-resolution-9").isChecked()).toBe(true);
    const authors = await page.getByTestId("word-authors").innerText();
    expect(authors).toContain(ana.author);
    expect(authors).toContain(bo.author);
    await expect.poll(() => page.getByTestId("word-silent").count()).toBe(0);
    await page.getByTestId("word-draft").click();
    await page.locator(".ProseMirror ins", { hasText: "(Bo)" }).waitFor();
    await cardOf(page, "(Bo)").getByText(bo.author).waitFor();
    await cardOf(page, "Ana").getByText(ana.author).waitFor();
    await page.getByTestId("tab-talk").click();
    const thread = page.getByTestId("thread");
    await thread.getByTestId("thread-source").getByText("our wishes.docx").waitFor();
    await thread.getByText("Only EUR").waitFor();
    await expect
      .poll(() => thread.getByTestId("comment").locator(".comment-who").allInnerTexts())
      .toEqual([bo.author, ana.author]);
    await expect.poll(() => thread.locator(".talk-quote").innerText()).toBe("(Bo)");
    expect(await faults(page)).toEqual([]);
    await page.getByTestId("tab-changes").click();
  });

  it("goes on live: what is typed in the page is its writer's", async () => {
    const page = await plenary.windowOf("mateo-ibarra");
    await page
      .locator("a.row", { hasText: "RESOLUTION 9" })
      .or(page.locator("a.row", { hasText: "Resolution 9" }))
      .click();
    const clause = page.locator(".ProseMirror .clause", { hasText: "to propose a common format" });
    await clause.click();
    await page.keyboard.press("End");
    await page.keyboard.insertText(" by letter");
    await saved(page);
    await cardOf(page, "by letter").getByText("Mateo Ibarra Solé").waitFor();
    cards = await authorLines(page);
    expect(cards.length).toBe(3);
    await page.getByTestId("export").click();
    await page.getByTestId("export-authors-group-and-person").click();
    await expect
      .poll(() => page.getByRole("menuitemradio", { checked: true }).first().innerText())
      .toBe("the group and the person");
    await expect.poll(() => page.getByTestId("export-comments-none").getAttribute("aria-checked")).toBe("true");
    expect(await faults(page)).toEqual([]);
    const download = page.waitForEvent("download");
    await page.getByTestId("export-docx-marked").click();
    exported = readFileSync(await (await download).path());
  });

  it("is not brought in a second time for the same group: the page leads to the draft that is there", async () => {
    const page = await plenary.windowOf("mateo-ibarra");
    await page.getByTestId("bring-in").click();
    await choose(page, "exported.docx", exported);
    await expect.poll(() => page.getByTestId("word-draft").isDisabled()).toBe(true);
    await page.getByTestId("word-there").getByRole("link").click();
    await cardOf(page, "by letter").waitFor();
  });

  it("brought in again from the exported file it is the same amendment, author by author", async () => {
    const page = await plenary.windowOf("joseph-okello");
    await page.getByTestId("bring-in").click();
    await choose(page, "exported.docx", exported);
    await expect.poll(() => page.getByTestId("base-resolution-9").isChecked()).toBe(true);
    await expect.poll(() => page.getByTestId("word-silent").count()).toBe(0);
    await page.getByTestId("word-group").click();
    await page.getByRole("option", { name: /^ACP/ }).click();
    await page.getByTestId("word-draft").click();
    await cardOf(page, "by letter").getByText("EUR – Mateo Ibarra Solé").waitFor();
    // The group is part of the name in Word's one field for authors.
    const wanted = cards.map((card) => card.replace("EUR Mateo", "EUR – Mateo"));
    await expect.poll(() => authorLines(page)).toEqual(wanted);
  });
});

describe("what was changed without tracking", () => {
  it("is shown before anything is taken, and left out when it is so chosen", async () => {
    const page = await plenary.windowOf("nasser-alamiri");
    const lines = await linesOf(page, "resolution-7");
    await page.getByTestId("bring-in").click();
    await choose(page, "edited.docx", amended(lines, 6, { silently: " and something else" }));
    await page.getByTestId("word-silent").locator("ins", { hasText: "and something else" }).waitFor();
    await expect.poll(() => page.getByTestId("word-draft").isDisabled()).toBe(true);
    await page.getByTestId("silent-leave").check();
    await page.getByTestId("word-draft").click();
    await page.locator(".ProseMirror ins", { hasText: "(Bo)" }).waitFor();
    await expect.poll(() => page.locator(".ProseMirror").getByText("and something else").count()).toBe(0);
  });
});

it("several files at once: each says what became of it, and a PDF what to do", async () => {
  const page = await plenary.windowOf("helene-faure");
  await page
    .locator('input[type="file"]')
    .setInputFiles([
      wordUpload(
        "one.docx",
        trackedFile([["RESOLUTION 31 (Porto, 2023)"], ["Lighthouses"], ["resolves"], ["1\tto light them."]]),
      ),
      wordUpload("two.pdf", new TextEncoder().encode("%PDF-1.7")),
      wordUpload(
        "three.docx",
        trackedFile([["RESOLUTION 32 (Porto, 2023)"], ["Ferries"], ["resolves"], ["1\tto sail."]]),
      ),
      wordUpload("four.docx", new TextEncoder().encode("%PDF-1.7")),
    ]);
  await page.locator('[data-testid^="text-"]', { hasText: "Ferries" }).waitFor();
  await page.locator('[data-testid^="text-"]', { hasText: "Lighthouses" }).waitFor();
  await expect.poll(() => page.getByText("Take the Word file that it was made from").count()).toBe(2);
});

const looks: readonly [name: string, person: string, text: string, at: number, options: WindowOptions][] = [
  ["English, light", "clara-lindqvist", "resolution-9", 10, {}],
  ["English, dark, phone", "helene-faure", "resolution-9", 10, { dark: true, width: 390, height: 844 }],
  ["Arabic, light", "nasser-alamiri", "resolution-11-ar", 6, { language: "ar" }],
  [
    "Arabic, dark, phone",
    "nasser-alamiri",
    "resolution-11-ar",
    6,
    { language: "ar", dark: true, width: 390, height: 844 },
  ],
  ["Chinese, light", "shen-mingyuan", "resolution-4-zh", 6, { language: "zh" }],
];

describe.each(looks)("in %s", (name, person, text, at, options) => {
  it("axe finds nothing on the way in of a Word file, and nothing is wider than the window", async () => {
    const page = await plenary.windowOf(person, options);
    const lines = await linesOf(page, text);
    await page.getByTestId("bring-in").click();
    await page.locator('input[type="file"]').waitFor({ state: "attached" });
    expect(await faults(page)).toEqual([]);
    await choose(page, "a.docx", commented(amended(lines, at, { silently: " 2027" })));
    await page.getByTestId("word-silent").waitFor();
    expect(await faults(page)).toEqual([]);
    await fitsWindow(page);
    const folder = process.env["PLENARY_SCREENS"];
    if (folder !== undefined) await page.screenshot({ path: `${folder}/word ${name}.png`, fullPage: true });
    await page.goto(plenary.address);
    await page
      .getByTestId(/^draft-/)
      .first()
      .click();
    await page.getByTestId("export").click();
    await page.getByTestId("export-comments-none").waitFor();
    expect(await faults(page)).toEqual([]);
    if (folder !== undefined) await page.screenshot({ path: `${folder}/export ${name}.png` });
    await page.context().close();
  });
});

async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(wordUpload(name, bytes));
  await page.getByTestId("word-draft").waitFor();
}

function commented(file: Uint8Array): Uint8Array {
  const said = [
    { ...bo, words: "Is this right?" },
    { ...ana, words: "It is." },
  ];
  return commentedFile(file, [{ about: "(Bo)", said }]);
}

function cardOf(page: Page, words: string) {
  return page.getByTestId("change-card").filter({ hasText: words });
}

/** What each card says of its words and its authors, once all are known. */
async function authorLines(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const card of await page.getByTestId("change-card").all()) {
    await card.locator('[data-testid="card-authors"] time').first().waitFor();
    const words = await card.locator(".card-change").innerText();
    const authors = await card.locator('[data-testid="card-authors"] > span').allInnerTexts();
    lines.push([words, ...authors.map((one) => one.replaceAll(/\s+/g, " "))].join(" | "));
  }
  return lines;
}
