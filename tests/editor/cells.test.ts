import { clause, table, text } from "@plenary/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RealPaper, startPaper } from "./realPaper.ts";

const published = text("en", [
  clause("paragraph", "Channels in use:"),
  table([
    ["Harbour", "Channel"],
    ["North", ""],
    ["South", "14"],
  ]),
]);

let paper: RealPaper;
beforeAll(async () => {
  paper = await startPaper();
  await paper.open(published);
});
afterAll(() => paper.stop());

describe("a table on the paper", () => {
  it("takes words where a person clicks, in an empty cell too, and goes on by Tab", async () => {
    const { page } = paper;
    await page.locator("td", { hasText: "14" }).click();
    await page.keyboard.press("End");
    await page.keyboard.insertText(" and 15");
    await page.locator("tr", { hasText: "North" }).locator("td").nth(1).click();
    await page.keyboard.insertText("12");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(" Bank");
    const cells = await page.locator(".ProseMirror td").allInnerTexts();
    expect(cells.map((cell) => cell.trim())).toEqual(["Harbour", "Channel", "North", "12", "South Bank", "14 and 15"]);
    expect(await page.locator("td ins").allInnerTexts()).toEqual(["12", " Bank", " and 15"]);
  });
});
