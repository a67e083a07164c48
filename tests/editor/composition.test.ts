import { type Text, clause, item, text } from "@plenary/document";
import type { CDPSession } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PeerEdit } from "./page/page.ts";
import { type RealPaper, startPaper } from "./realPaper.ts";

const english = text("en", [
  clause("number", "RESOLUTION 9"),
  clause("call", "recalling"),
  item("a)", "the needs of small harbours;"),
  item("b)", "the report of the first forum;"),
  item("c)", "the tides."),
]);
const arabic = text("ar", [
  clause("number", "القرار 9"),
  clause("call", "إذ يذكّر"),
  item("أ )", "باحتياجات الموانئ الصغيرة؛"),
  item("ب)", "بتقرير المنتدى الأول؛"),
]);

let paper: RealPaper;
let keyboard: CDPSession;
beforeAll(async () => {
  paper = await startPaper();
  keyboard = await paper.page.context().newCDPSession(paper.page);
});
afterAll(() => paper.stop());

interface Situation {
  readonly published?: Text;
  /** What happened before the paper was opened. */
  readonly before?: readonly PeerEdit[];
  readonly at: readonly [clause: string, from: number, to?: number];
  /** What another person writes when "ni" was composed, which is on their page too. */
  readonly meanwhile?: PeerEdit;
  /** What the clauses say in the end, by index. */
  readonly said: Readonly<Record<number, string>>;
}

const gone: PeerEdit = { clause: 2, at: 13, remove: 6, words: "" };
const emptied: PeerEdit = { clause: 3, at: 0, remove: 30, words: "" };

const situations: readonly [string, Situation][] = [
  ["over a selection", { at: ["c3", 4, 9], said: { 2: "the 你好 of small harbours;" } }],
  ["in mid text", { at: ["c3", 4], said: { 2: "the 你好needs of small harbours;" } }],
  ["at a deletion", { before: [gone], at: ["c3", 13], said: { 2: "the needs of 你好harbours;" } }],
  ["in an empty clause that is all deletion", { before: [emptied], at: ["c4", 0], said: { 3: "你好" } }],
  [
    "while another clause is edited",
    {
      at: ["c3", 4],
      meanwhile: { clause: 4, at: 4, words: "high " },
      said: { 2: "the 你好needs of small harbours;", 4: "the high tides." },
    },
  ],
  [
    "while the same clause is edited",
    {
      at: ["c3", 4],
      meanwhile: { clause: 2, at: 19, words: "old " },
      said: { 2: "the 你好needs of small old harbours;" },
    },
  ],
  [
    "while the clause before is edited",
    {
      at: ["c4", 4],
      meanwhile: { clause: 2, at: 0, words: "both " },
      said: { 2: "both the needs of small harbours;", 3: "the 你好report of the first forum;" },
    },
  ],
  ["from right to left", { published: arabic, at: ["c3", 9], said: { 2: "باحتياجات你好 الموانئ الصغيرة؛" } }],
];

/** How input methods lead from keys to what is committed. */
const methods = [
  ["Chinese", ["n", "ni", "nihao"], "你好"],
  ["Japanese", ["ｋ", "か", "かんじ"], "漢字"],
  ["Korean", ["ㅎ", "하", "한"], "한"],
] as const;

describe("an input method composes", () => {
  it("keeps others waiting for three seconds at most", async () => {
    const { page } = paper;
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1000);
    await paper.open(english);
    await paper.select("c3", 4);
    await compose("ni");
    await page.evaluate(() => window.bench.peer({ clause: 4, at: 4, words: "high " }));
    await page.clock.runFor(2900);
    expect(await page.locator("[data-id=c5] ins").count()).toBe(0);
    await page.clock.runFor(200);
    expect(await page.locator("[data-id=c5] ins").textContent()).toContain("high");
    expect(await page.locator("[data-id=c3] ins").count()).toBe(0);
    await keyboard.send("Input.insertText", { text: "你" });
    await page.clock.runFor(100);
    expect((await paper.said()).slice(2)).toEqual([
      "the 你needs of small harbours;",
      "the report of the first forum;",
      "the high tides.",
    ]);
    expect(await page.locator("[data-id=c3] ins").textContent()).toBe("你");
    await page.clock.resume();
  });

  const cases = methods.flatMap((method) => situations.map((situation) => [...method, ...situation] as const));
  it.each(cases)("%s, %o → %s: %s", async (_language, [one, two, three], words, _name, situation) => {
    const { published = english, before = [], at, meanwhile, said } = situation;
    const { page } = paper;
    await paper.open(published, before);
    const [clauseId, from, to = from] = at;
    await paper.select(clauseId, from, to);
    // Once, 20 ms after it got the focus, the view sets the caret itself: nobody composes sooner.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 20)));
    await compose(one);
    expect(await page.evaluate(() => window.bench.composing())).toBe(true);
    await compose(two);
    // What was composed so far is on the other person's page too.
    const shift = `c${(meanwhile?.clause ?? 0) + 1}` === clauseId ? two.length : 0;
    if (meanwhile) await page.evaluate((edit) => window.bench.peer(edit), { ...meanwhile, at: meanwhile.at + shift });
    await compose(three);
    // Nothing is drawn anew in the clause meanwhile, and nothing arrives on the paper.
    expect(await page.locator(`.ProseMirror [data-id="${clauseId}"] ins`).count()).toBe(0);
    const shown = (): Promise<string | null> => page.locator(".ProseMirror").textContent();
    if (meanwhile) expect(await shown()).not.toContain(meanwhile.words);
    await keyboard.send("Input.insertText", { text: words });
    await page.waitForFunction(() => !window.bench.composing());
    const now = await paper.said();
    for (const [index, line] of Object.entries(said)) expect(now[Number(index)]).toBe(line.replace("你好", words));
    expect(await page.locator(`.ProseMirror [data-id="${clauseId}"] ins`, { hasText: words }).count()).toBe(1);
    expect(await page.evaluate(() => window.bench.compositions())).toBe(1);
    if (meanwhile) expect(await shown()).toContain(meanwhile.words);
    expect(await shown()).not.toContain("\u00a0");
  });
});

async function compose(words: string): Promise<void> {
  await keyboard.send("Input.imeSetComposition", {
    text: words,
    selectionStart: words.length,
    selectionEnd: words.length,
  });
}
