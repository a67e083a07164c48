import { type Text, clause, item, text } from "@plenary/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PeerEdit } from "./page/page.ts";
import { type RealPaper, startPaper } from "./realPaper.ts";

const arabic = text("ar", [
  clause("call", "يقرر"),
  item("1", "أن يستخدم معيار ITU-T G.984 (2022) في 12 شبكة؛"),
  item("2", "أن ينشر [القائمة] كل سنة."),
]);

let paper: RealPaper;
beforeAll(async () => {
  paper = await startPaper();
});
afterAll(() => paper.stop());

/** Where parts of a clause stand on the page, each the first of its words there; struck ones too. */
async function places(id: string, parts: readonly string[]): Promise<{ left: number; right: number; top: number }[]> {
  return await paper.page.evaluate(
    ([clauseId, all]) => {
      const line = document.querySelector(`.ProseMirror [data-id="${clauseId}"]`)!;
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const nodes: Node[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node);
      return all.map((part) => {
        const node = nodes.find((one) => one.textContent?.includes(part));
        if (!node) throw new Error(`no ${part} on the page`);
        const range = document.createRange();
        const from = (node.textContent ?? "").indexOf(part);
        range.setStart(node, from);
        range.setEnd(node, from + part.length);
        const { left, right, top } = range.getBoundingClientRect();
        return { left, right, top };
      });
    },
    [id, parts] as const,
  );
}

/** Opens the text wide enough for its lines not to break. */
async function open(published: Text, edits: readonly PeerEdit[]): Promise<void> {
  await paper.open(published, edits);
  await paper.page.addStyleTag({ content: ".paper { max-width: 90rem !important }" });
}

/** That the parts follow each other on one line, from right to left or from left to right. */
function follow(boxes: readonly { left: number; right: number; top: number }[], to: "left" | "right"): void {
  boxes.slice(1).forEach((box, i) => {
    const before = boxes[i]!;
    if (to === "left") expect(box.right).toBeLessThanOrEqual(before.left + 0.6);
    else expect(box.left).toBeGreaterThanOrEqual(before.right - 0.6);
  });
}

const said = "أن يستخدم معيار ITU-T G.984 (2022) في 12 شبكة؛";

describe("a clause from right to left", () => {
  it("has Latin words, numbers and brackets in their places while nothing is changed", async () => {
    await open(arabic, []);
    // A number behind Latin words goes with them.
    follow(await places("c2", ["أن", "معيار", "ITU-T G.984 (2022)", "في", "12", "شبكة"]), "left");
    follow(await places("c2", ["ITU-T", "G.984", "2022"]), "right");
    follow(await places("c3", ["ينشر", "[", "القائمة", "]", "كل"]), "left");
  });

  it("shows a Latin deletion where it stood, and moves nothing beside it", async () => {
    await open(arabic, [{ clause: 1, at: said.indexOf("ITU-T"), remove: "ITU-T G.984 ".length, words: "" }]);
    expect(await paper.page.locator('[data-id="c2"] del.del').textContent()).toContain("ITU-T G.984");
    follow(await places("c2", ["أن", "معيار", "ITU-T G.984", "2022", "في", "12", "شبكة"]), "left");
    follow(await places("c2", ["ITU-T", "G.984"]), "right");
    follow(await places("c2", ["(", "2022", ")"]), "left");
  });

  it("shows a replaced number: struck, then new, then the words behind it", async () => {
    await open(arabic, [{ clause: 1, at: said.indexOf("2022"), remove: 4, words: "2026" }]);
    follow(await places("c2", ["ITU-T G.984", "2022", "2026", "في", "12"]), "left");
    follow(await places("c2", ["(", "2022", "2026", ")"]), "left");
    follow(await places("c2", ["20", "22"]), "right");
  });

  it("shows Latin words inserted with a bracket at their edge without turning the line round", async () => {
    await open(arabic, [{ clause: 2, at: "أن ينشر ".length, words: "Annex (A) " }]);
    follow(await places("c3", ["أن", "Annex", "القائمة", "كل", "سنة"]), "left");
  });

  it("is spelled and read in the text's language", async () => {
    await open(arabic, []);
    const field = paper.page.locator(".ProseMirror");
    expect(await field.getAttribute("lang")).toBe("ar");
    expect(await field.getAttribute("spellcheck")).toBe("true");
    const lines = field.locator(".clause");
    expect(
      await lines.evaluateAll((all) => all.map((one) => `${one.getAttribute("lang")} ${one.getAttribute("dir")}`)),
    ).toEqual(arabic.clauses.map(() => "ar rtl"));
  });
});
