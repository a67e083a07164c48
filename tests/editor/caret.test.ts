import { clause, item, text } from "@plenary/document";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type RealPaper, startPaper } from "./realPaper.ts";

const published = text("en", [
  clause("number", "RESOLUTION 9"),
  clause("call", "recalling"),
  item("a)", "the needs of small harbours;"),
  item("b)", "the report of the first forum;"),
  item("c)", "the tides."),
]);

let paper: RealPaper;
beforeAll(async () => {
  paper = await startPaper();
});
afterAll(() => paper.stop());
beforeEach(() => paper.open(published));

describe("a key right after the caret moved", () => {
  const opened = ["RESOLUTION 9", "recalling", "the needs of small harbours;", "", "the report of the first forum;"];

  it("acts where the person clicked", async () => {
    await paper.page.locator("[data-id=c3]").click();
    await paper.page.keyboard.press("Enter");
    expect((await paper.said()).slice(0, 5)).toEqual(opened);
  });

  it("acts where the browser's selection is, before any event told of it", async () => {
    await paper.page.evaluate(() => {
      const line = document.querySelector("[data-id=c3]")!;
      line.closest<HTMLElement>(".ProseMirror")?.focus();
      getSelection()?.setPosition(line, line.childNodes.length);
      line.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
    });
    expect((await paper.said()).slice(0, 5)).toEqual(opened);
  });

  it("acts there although the page drew the paper anew in between", async () => {
    await paper.page.evaluate(() => {
      const line = document.querySelector("[data-id=c3]")!;
      line.closest<HTMLElement>(".ProseMirror")?.focus();
      getSelection()?.setPosition(line, line.childNodes.length);
      window.bench.editor().setActive("elsewhere");
      window.bench.peer({ clause: 4, at: 0, words: "all " });
      line.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", code: "Enter", keyCode: 13, bubbles: true }));
    });
    expect((await paper.said()).slice(0, 5)).toEqual(opened);
  });

  it("a key, words and a menu's order act there too", async () => {
    await paper.page.evaluate(() => {
      const line = document.querySelector("[data-id=c4]")!;
      line.closest<HTMLElement>(".ProseMirror")?.focus();
      getSelection()?.setPosition(line, line.childNodes.length);
      window.bench.editor().insertClause();
    });
    expect((await paper.said()).slice(3)).toEqual(["the report of the first forum;", "", "the tides."]);
  });
});
