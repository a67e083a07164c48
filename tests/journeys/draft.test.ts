import { readFileSync } from "node:fs";
import { fileFormats, fileKinds } from "@plenary/formats/catalogue";
import { readFile, verify } from "@plenary/formats/files";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOracle, hasOracle } from "../corpus/wordReaders.ts";
import { trackedText } from "../roundtrip/trackedText.ts";
import { openDraft, saved } from "./draftPage.ts";
import { caretAtEnd, clauseOf, typeAtEnd } from "./onPaper.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

describe("two people amend one draft, the chair decides, the text goes out", () => {
  let clara: Page;
  let mateo: Page;
  let chair: Page;
  const chinese = "，以及可靠的备用电源";
  const arabic = " وخدمات الطوارئ";

  it("each sees the other and the other's words, as a redline against the base", async () => {
    clara = await openDraft(plenary, "clara-lindqvist");
    mateo = await openDraft(plenary, "mateo-ibarra");
    await clara.locator(".bar").getByText("MI", { exact: true }).waitFor();
    await Promise.all([
      typeAtEnd(clara, "results shall be published", chinese),
      typeAtEnd(mateo, "shared infrastructure in border", arabic),
    ]);
    await Promise.all(
      [clara, mateo].flatMap((page) => [
        clauseOf(page, "results shall be published").locator("ins", { hasText: chinese }).waitFor(),
        clauseOf(page, "shared infrastructure in border").locator("ins", { hasText: arabic.trim() }).waitFor(),
      ]),
    );
    await expect.poll(() => clauseOf(clara, "results shall be published").getAttribute("data-symbol")).toBe("MOD");
    const caret = clara.locator(".caret-name", { hasText: "Mateo" });
    await caret.waitFor({ state: "attached" });
    await expect.poll(() => caret.textContent()).toContain("EUR");
    await Promise.all([saved(clara), saved(mateo)]);
  });

  it("labels are renumbered, old and new shown, when a clause comes in between", async () => {
    await caretAtEnd(clauseOf(clara, "to continue the programme"));
    await clara.keyboard.press("Enter");
    await clara.keyboard.insertText("that islands come first;");
    const second = clauseOf(mateo, "each bridge shall be planned");
    await second.locator(".label del", { hasText: "2" }).waitFor();
    await expect.poll(() => second.locator(".label ins").textContent()).toBe("3");
    await mateo.locator(".clause-added", { hasText: "that islands come first;" }).waitFor();
    await saved(clara);
  });

  it("a change in the list leads to its words", async () => {
    const words = clauseOf(clara, "support regional workshops").locator(".label ins");
    const card = clara.getByTestId("change-card").filter({ hasText: "idle spectrum" });
    await card.getByRole("button").first().click();
    await clauseOf(clara, "idle spectrum").locator("ins.active").first().waitFor();
    await expect.poll(() => words.isVisible()).toBe(true);
    await expect.poll(() => card.getAttribute("data-active")).toBe("true");
  });

  it("a moved clause stands at its new place, a ghost at the old one, and a suppressed one is struck", async () => {
    await caretAtEnd(clauseOf(clara, "duties on equipment"));
    await clara.getByTestId("clause-menu").click();
    await clara.getByTestId("clause.moveDown").click();
    await mateo.locator('.clause[data-move="to"]', { hasText: "duties on equipment" }).waitFor();
    await caretAtEnd(clauseOf(clara, "share coverage data"));
    await clara.getByTestId("clause-menu").click();
    await clara.getByTestId("clause.suppress").click();
    await mateo.locator(".clause-suppressed", { hasText: "share coverage data" }).waitFor();
    await expect.poll(() => mateo.getByTestId("amendment").textContent()).toBe("MOD EUR/7A3/1");
    await clara.getByTestId("clause-menu").click();
    await clara.getByTestId("clause.restore").click();
    await mateo.locator(".clause-suppressed", { hasText: "share coverage data" }).waitFor({ state: "detached" });
    await saved(clara);
  });

  it("base, marked-up and clean show what they say", async () => {
    await clara.keyboard.press("Alt+3");
    await clara.locator('.paper[data-mode="clean"]').waitFor();
    await expect.poll(() => visibleText(clara)).toContain("that islands come first;");
    await expect.poll(() => clara.locator(".paper del:visible").count()).toBe(0);
    await clara.keyboard.press("Alt+1");
    await clara.locator('.paper[data-mode="base"]').waitFor();
    await expect.poll(() => visibleText(clara)).not.toContain("that islands come first;");
    await clara.keyboard.press("Alt+2");
    await clara.locator('.paper[data-mode="marked"]').waitFor();
  });

  it("the chair accepts one change and rejects another; everybody sees it, with who and when", async () => {
    chair = await openDraft(plenary, "ines-arancibia");
    const cards = chair.getByTestId("change-card");
    await cards.filter({ hasText: arabic.trim() }).getByTestId("accept").click();
    await clauseOf(mateo, "shared infrastructure in border").locator('ins[data-state="agreed"]').waitFor();
    await chair.locator('[data-testid="change-card"][data-state="agreed"]', { hasText: arabic.trim() }).waitFor();
    await cards.filter({ hasText: chinese }).getByTestId("reject").click();
    for (const page of [clara, mateo, chair])
      await clauseOf(page, "results shall be published")
        .locator("ins", { hasText: chinese })
        .waitFor({ state: "detached" });
    await mateo.getByTestId("tab-decisions").click();
    await mateo.getByTestId("decisions").getByText("Inés Arancibia Vidal").first().waitFor();
    await mateo.getByTestId("tab-changes").click();
    await expect.poll(() => visibleText(mateo)).not.toContain(chinese);
  });

  it("a delegate has no way to decide on the page", async () => {
    await expect.poll(() => clara.getByTestId("accept").count()).toBe(0);
    await expect.poll(() => clara.getByTestId("chair-bar").count()).toBe(0);
  });

  it("goes out as a Word file whose changes lead to the clean text and back to the base", async () => {
    const marked = await exported(chair, "export-docx-marked");
    const clean = await exported(chair, "export-docx-clean");
    const accepted = trackedText(marked.bytes, "accept");
    expect(accepted).toEqual(trackedText(clean.bytes, "accept"));
    expect(accepted.join("\n")).toContain(arabic.trim());
    expect(accepted.join("\n")).not.toContain(chinese);
    const rejected = trackedText(marked.bytes, "reject").join("\n");
    expect(rejected).not.toContain(arabic.trim());
    expect(rejected).toContain("RESOLUTION 7 (Rev. Porto, 2023)");
    if (hasOracle) {
      const [report, unmarked] = askOracle([marked.path, clean.path]);
      expect(report!.warnings).toEqual([]);
      expect(report!.accept).toEqual(unmarked!.accept);
      expect(report!.reject.join("\n")).toBe(rejected);
    } else console.log("the independent reader is not here: the file was read by the tests' own reader alone");
  });

  const files = fileFormats.flatMap((format) => fileKinds[format].views.map((view) => [format, view] as const));
  it.each(files)("goes out as %s, %s", async (format, view) => {
    const { bytes, name } = await exported(chair, `export-${format}-${view}`);
    expect(name).toBe(`EUR-7A3-1-${view}.${fileKinds[format].extension}`);
    expect(bytes.length).toBeGreaterThan(500);
    const reading = view === "table" ? null : readFile(fileKinds[format].extension, bytes);
    if (reading) expect(verify(reading)).toEqual([]);
    if (format === "pdf") expect(new TextDecoder("latin1").decode(bytes.subarray(0, 5))).toBe("%PDF-");
  });

  it("a file on the way can be cancelled, and a refusal is shown", async () => {
    await chair.route("**/export?format=pdf**", () => undefined);
    await chair.getByTestId("export").click();
    await chair.getByTestId("export-pdf-marked").click();
    const cancel = chair.getByRole("button", { name: "Cancel" });
    await cancel.waitFor();
    await cancel.click();
    await chair.getByRole("button", { name: "Export" }).waitFor();
    await chair.unroute("**/export?format=pdf**");
    await chair.route("**/export?format=text**", (route) =>
      route.fulfill({ status: 500, contentType: "application/problem+json", body: '{"detail":"No paper."}' }),
    );
    await chair.getByTestId("export").click();
    await chair.getByTestId("export-text-clean").click();
    await chair.getByText("No paper.").waitFor();
    await chair.unroute("**/export?format=text**");
  });

  it("work goes on while the server is away and merges after; nothing called saved is lost", async () => {
    await Promise.all([saved(clara), saved(mateo)]);
    await plenary.kill();
    for (const page of [clara, mateo]) await state(page, "offline");
    await typeAtEnd(clara, "nine of them are still", " (away)");
    await typeAtEnd(mateo, "reviewed every two years", " (also away)");
    await clara.getByText("what you write is kept in this browser").waitFor();
    await plenary.restart();
    await Promise.all([saved(clara), saved(mateo)]);
    await clara.getByText("what you write is kept in this browser").waitFor({ state: "detached" });
    for (const page of [clara, mateo, chair]) {
      await clauseOf(page, "nine of them are still").locator("ins", { hasText: "(away)" }).waitFor();
      await clauseOf(page, "reviewed every two years").locator("ins", { hasText: "(also away)" }).waitFor();
      await clauseOf(page, "shared infrastructure in border").locator("ins", { hasText: arabic.trim() }).waitFor();
    }
  });
});

describe("a newcomer in one browser", () => {
  it("opens a second window as somebody else, and both see each other", async () => {
    const first = await openDraft(plenary, "mateo-ibarra");
    await first.getByTestId("account").click();
    const opening = first.context().waitForEvent("page");
    await first.getByTestId("second-window").click();
    const second = await opening;
    await second.getByTestId("person-clara-lindqvist").click();
    await second.locator(".ProseMirror .clause").first().waitFor();
    await saved(second);
    await first.locator(".bar").getByText("CL", { exact: true }).waitFor();
    await first.context().close();
  });
});

describe("drafts in Chinese and in Arabic", () => {
  it.each([
    ["wei-lan", "ACP/12A1/1", "ltr", "并鼓励成员国"],
    ["salma-haddad", "ARB/9A2/1", "rtl", "وتشجع الدول الأعضاء"],
  ])("%s writes in %s", async (person, draft, direction, words) => {
    const page = await openDraft(plenary, person, {}, draft);
    const item = page.locator(".ProseMirror .clause-item").first();
    await expect.poll(() => item.evaluate((element) => getComputedStyle(element).direction)).toBe(direction);
    await caretAtEnd(item);
    await page.keyboard.insertText(words);
    await item.locator("ins", { hasText: words }).waitFor();
    await expect.poll(() => item.getAttribute("data-symbol")).toBe("MOD");
    await saved(page);
    await page.context().close();
  });
});

async function state(page: Page, wanted: string): Promise<void> {
  await page.locator(`[data-testid="saving"][data-state="${wanted}"]`).waitFor();
}

async function visibleText(page: Page): Promise<string> {
  return page.locator(".paper").innerText();
}

async function exported(page: Page, item: string): Promise<{ path: string; name: string; bytes: Uint8Array }> {
  await page.getByTestId("export").click();
  const download = page.waitForEvent("download");
  await page.getByTestId(item).click();
  const taken = await download;
  const path = await taken.path();
  await page.getByTestId(item).waitFor({ state: "detached" });
  return { path, name: taken.suggestedFilename(), bytes: readFileSync(path) };
}
