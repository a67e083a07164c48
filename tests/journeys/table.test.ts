import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asked, openDraft, saved } from "./draftPage.ts";
import { typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { focusOn } from "./focusOn.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let chair: Page;
let writer: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  [chair, writer] = [await openDraft(plenary, "ines-arancibia"), await openDraft(plenary, "mateo-ibarra")];
  await typeAtEnd(writer, "shared infrastructure in border", " QWA one");
  await typeAtEnd(writer, "results shall be published", " QWB two");
  await typeAtEnd(writer, "to continue the programme", " QWC three");
  await saved(writer);
  await openTable(chair);
});
afterAll(() => plenary.stop());

const line = (page: Page, words: string): Locator => page.getByTestId("change-line").filter({ hasText: words });
const wordsOf = (row: Locator): Promise<string[]> => row.locator(".cell-words").allInnerTexts();
/** The key of the change whose line has the focus. */
const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.closest("[data-testid=change-line]")?.getAttribute("data-change"));

it("a change is accepted by its button, which the agreed text, the log and the screen reader are told", async () => {
  await line(chair, "QWA one").getByTestId("line-accept").click();
  await chair.locator('[data-testid="change-line"][data-state="agreed"]', { hasText: "QWA one" }).waitFor();
  expect(
    await line(chair, "QWA one")
      .getByRole("button", { name: /^Accept/ })
      .count(),
  ).toBe(0);
  await expect.poll(() => chair.getByTestId("heard").textContent()).toContain("1 change accepted");
  expect(JSON.stringify(await asked(chair, "/at/agreed"))).toContain("QWA one");
  await chair.locator('.table-decisions [data-verdict="accept"]', { hasText: "QWA one" }).waitFor();
});

it("by keys one goes from line to line, accepts and rejects; the focus goes to the next line", async () => {
  const wanted = await line(chair, "QWB two").getAttribute("data-change");
  await focusOn(line(chair, "QWB two").getByTestId("line-go"));
  await chair.keyboard.press("ArrowDown");
  await expect.poll(() => focused(chair)).not.toBe(wanted);
  const next = await focused(chair);
  await chair.keyboard.press("ArrowUp");
  await expect.poll(() => focused(chair)).toBe(wanted);
  await chair.keyboard.press("r");
  await line(chair, "QWB two").waitFor({ state: "detached" });
  await writer.locator(".ProseMirror ins", { hasText: "QWB two" }).waitFor({ state: "detached" });
  await expect.poll(() => focused(chair)).toBe(next);
  expect(JSON.stringify(await asked(chair, "/at/current"))).not.toContain("QWB two");
});

it("a button that is pressed by key goes with its decision, and leaves the focus on the next line", async () => {
  const rows = chair.getByTestId("change-line");
  const last = rows.last();
  const before = rows.nth((await rows.count()) - 2);
  await focusOn(last.getByTestId("line-reject"));
  const words = await wordsOf(last);
  const kept = await before.getAttribute("data-change");
  await chair.keyboard.press("Enter");
  await expect.poll(() => wordsOf(rows.last())).not.toEqual(words);
  await expect.poll(() => focused(chair)).toBe(kept);
  const latest = chair.locator(".decided li:visible").first();
  await latest.filter({ hasText: words[1] ?? "" }).waitFor();
  await latest.getByTestId("undo").click();
  await expect.poll(() => wordsOf(rows.last())).toEqual(words);
});

it("a decision is undone below the table, to which its bar leads", async () => {
  await chair.getByTestId("table-decided").click();
  await expect.poll(() => chair.evaluate(() => document.activeElement?.textContent)).toBe("Decided");
  await chair.keyboard.press("Tab");
  await expect
    .poll(() => chair.evaluate(() => document.activeElement?.getAttribute("data-testid")))
    .toBe("decisions-csv");
  const rejected = chair.locator('.table-decisions [data-verdict="reject"]', { hasText: "QWB two" });
  await rejected.getByTestId("undo").click();
  await line(chair, "QWB two").waitFor();
  await writer.locator(".ProseMirror ins", { hasText: "QWB two" }).waitFor();
  await expect.poll(() => rejected.getAttribute("data-undone")).toBe("true");
});

it("a change whose words moved on since is refused, with the words that stand there now", async () => {
  await chair.route(
    "**/decisions",
    async (route) => {
      await typeAtEnd(writer, "to continue the programme", " and four");
      await line(chair, "QWC three and four").waitFor();
      await saved(writer);
      await route.continue();
    },
    { times: 1 },
  );
  await line(chair, "QWC three").getByTestId("line-accept").click();
  await chair.getByTestId("moved-on").getByText("QWC three and four").waitFor();
  await expect.poll(() => line(chair, "QWC three and four").getAttribute("data-state")).toBe("pending");
});

it("Escape goes from a line to its change in the text", async () => {
  await focusOn(line(chair, "QWC three").getByTestId("line-go"));
  await chair.keyboard.press("Escape");
  await chair.locator(".ProseMirror ins.active", { hasText: "QWC three" }).waitFor();
  await openTable(chair);
});

it("who may not decide sees no buttons and decides nothing by key", async () => {
  await writer.keyboard.press("Alt+7");
  const here = await line(writer, "QWB two").getAttribute("data-change");
  await focusOn(line(writer, "QWB two").getByTestId("line-go"));
  await writer.keyboard.press("a");
  await expect.poll(() => focused(writer)).toBe(here);
  await writer.keyboard.press("ArrowDown");
  await expect.poll(() => focused(writer)).not.toBe(here);
  await expect.poll(() => line(writer, "QWB two").getAttribute("data-state")).toBe("pending");
  for (const id of ["line-accept", "line-reject", "undo"])
    await expect.poll(() => writer.getByTestId(id).count()).toBe(0);
  await expect.poll(() => writer.locator(".table-decisions [data-verdict]").count()).toBeGreaterThan(0);
});

const looks: readonly [string, WindowOptions][] = [
  ["English", {}],
  ["Arabic, dark", { language: "ar", dark: true }],
  ["Chinese, phone", { language: "zh", width: 390, height: 844 }],
];
it.each(looks)("axe finds nothing on the table of who decides in %s", async (_name, options) => {
  const page = await openDraft(plenary, "ines-arancibia", options);
  await openTable(page);
  expect(await faults(page)).toEqual([]);
  await page.context().close();
});

async function openTable(page: Page): Promise<void> {
  await page.keyboard.press("Alt+7");
  await page.getByTestId("change-line").first().waitFor();
}
