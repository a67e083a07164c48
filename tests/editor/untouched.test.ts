import { type Clause, clause, item, text } from "@plenary/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PeerEdit } from "./page/page.ts";
import { type RealPaper, startPaper } from "./realPaper.ts";

/** A hundred pages: 1,250 clauses of some 290 characters, a third of them amended. */
const published = text(
  "en",
  Array.from({ length: 1250 }, (_, i): Clause =>
    i % 25 === 0 ? clause("call", `noting ${i}`) : item(`${i % 25}`, line(i)),
  ),
);
const amended: PeerEdit[] = published.clauses.flatMap(({ kind }, i) =>
  kind === "item" && i % 3 === 0 ? [{ clause: i, at: 4, remove: 6, words: "amended words " }] : [],
);

let paper: RealPaper;
beforeAll(async () => {
  paper = await startPaper();
  await paper.open(published, amended);
  await paper.select("c601", 4);
});
afterAll(() => paper.stop());

describe("a long draft", () => {
  it("takes other people's words and one's own, and leaves the rest of the page alone", async () => {
    const { times, redrawn } = await paper.page.evaluate(() => {
      const took = (act: () => void): number => {
        const start = performance.now();
        act();
        return performance.now() - start;
      };
      const middle = (all: number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1] ?? 0;
      const touched = new Set<string>();
      new MutationObserver((records) => {
        for (const { target } of records) {
          if (!target.isConnected) continue;
          const block =
            target instanceof Element ? target.closest("[data-id]") : target.parentElement?.closest("[data-id]");
          touched.add(block?.getAttribute("data-id") ?? "the page");
        }
      }).observe(document.querySelector(".ProseMirror")!, { childList: true, subtree: true, characterData: true });
      const times = (act: (i: number) => void): number[] => Array.from({ length: 40 }, (_, i) => took(() => act(i)));
      const remote = times((i) => window.bench.peer({ clause: 701 + (i % 3), at: 5, words: "x" }));
      const local = times(() => {
        document.execCommand("insertText", false, "x");
        // The page reads what the browser wrote at once.
        document.dispatchEvent(new Event("selectionchange"));
      });
      const result = { remote: middle(remote), local: middle(local) };
      return new Promise<{ times: typeof result; redrawn: string[] }>((done) => {
        queueMicrotask(() => done({ times: result, redrawn: [...touched].toSorted() }));
      });
    });
    console.log(`median: others' ${times.remote.toFixed(1)} ms, own ${times.local.toFixed(1)} ms`);
    expect(redrawn).toEqual(["c601", "c702", "c703", "c704"]);
  });
});

function line(seed: number): string {
  const words = "the harbours and ships that call there in the season of storms when no pilot is at hand or free".split(
    " ",
  );
  return Array.from({ length: 55 }, (_, k) => words[(seed * 7 + k * 3) % words.length]).join(" ");
}
