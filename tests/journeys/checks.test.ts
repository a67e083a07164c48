import { type Text, flatten } from "@plenary/document";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asked, openDraft, saved } from "./draftPage.ts";
import { caretAtEnd, clauseOf, typeAtEnd } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { focusOn } from "./focusOn.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
let chair: Page;
let writer: Page;
beforeAll(async () => {
  plenary = await startPlenary();
  [chair, writer] = [await openDraft(plenary, "ines-arancibia"), await openDraft(plenary, "clara-lindqvist")];
  await writer.getByTestId("tab-checks").click();
});
afterAll(() => plenary.stop());

const check = (words: string): Locator => writer.getByTestId("check").filter({ hasText: words });

it("bracketed words are kept: the brackets go, the words stay, and undo brings them back in one step", async () => {
  await bracketed("results shall be published", " [at no cost]");
  await check("[at no cost]").getByTestId("check-keep").click();
  await check("[at no cost]").waitFor({ state: "detached" });
  await chair.locator(".ProseMirror ins", { hasText: "at no cost" }).waitFor();
  await expect.poll(() => clauseSaying("results shall be published")).toMatch(/tools; at no cost$/);
  await writer.locator(".ProseMirror .clause", { hasText: "results shall be published" }).click();
  await writer.keyboard.press("ControlOrMeta+z");
  await check("[at no cost]").waitFor();
  await writer.keyboard.press("ControlOrMeta+Shift+z");
  await check("[at no cost]").waitFor({ state: "detached" });
});

it("bracketed words are dropped by key, with a space, and leave no change; the focus stays in the checks", async () => {
  await bracketed("to keep a public register", " [and a map]");
  await bracketed("to share coverage data", " [every year]");
  await chair.locator(".ProseMirror ins", { hasText: "[and a map]" }).waitFor();
  await focusOn(check("[and a map]").getByTestId("check-drop"));
  await writer.keyboard.press("Enter");
  await check("[and a map]").waitFor({ state: "detached" });
  await chair.locator(".ProseMirror ins", { hasText: "map" }).waitFor({ state: "detached" });
  await expect
    .poll(() => clauseSaying("to keep a public register"))
    .toBe("to keep a public register of bridges, showing for each its place, its cost and its state of repair;");
  await expect.poll(() => focus(writer)).toBe("check-keep");
  await writer.keyboard.press("Enter");
  await check("[every year]").waitFor({ state: "detached" });
  await expect
    .poll(() => writer.getByTestId("checks").evaluate((panel) => panel === document.activeElement))
    .toBe(true);
});

it("one of three alternatives is taken; the others go", async () => {
  await bracketed("that coverage maps do not", " which [shall / should / may] be mended");
  const found = check("[shall / should / may]");
  await expect
    .poll(() => found.getByTestId("check-take").allInnerTexts())
    .toEqual(["Take “shall”", "Take “should”", "Take “may”"]);
  await found.getByRole("button", { name: "Take “should”" }).click();
  await found.waitFor({ state: "detached" });
  await chair.locator(".ProseMirror ins", { hasText: "which should be mended" }).waitFor();
  await expect.poll(() => clauseSaying("that coverage maps")).toMatch(/, which should be mended$/);
});

it("a reference that renumbering made stale is found, put right in one action, and decided as any change", async () => {
  await writer.getByTestId("checks").getByText("No open brackets and no stale references.").waitFor();
  await caretAtEnd(clauseOf(writer, "that a ferry timetable, a clinic"));
  await writer.keyboard.press("Enter");
  await writer.keyboard.insertText("that a bridge lasts as long as it is cared for;");
  const found = check("considering h)");
  await writer.locator(".ProseMirror .note-reference", { hasText: "considering" }).waitFor();
  await found.getByRole("button", { name: "Make it “considering i)”" }).click();
  await found.waitFor({ state: "detached" });
  await saved(writer);
  await expect.poll(() => clauseSaying("having regard to")).toMatch(/having regard to considering i\);$/);
  const clause = chair.locator(".ProseMirror .clause", { hasText: "having regard to" });
  await clause.locator("ins", { hasText: "i" }).waitFor();
  expect([await words(clause.locator("del")), await words(clause.locator("ins"))]).toEqual([["h"], ["i"]]);
  const card = chair.locator('[data-testid="change-card"]', { hasText: "resolves 4" });
  await card.getByTestId("accept").click();
  await chair.locator('[data-testid="change-card"][data-state="agreed"]', { hasText: "resolves 4" }).waitFor();
  await expect.poll(() => clauseSaying("having regard to", "agreed")).toMatch(/considering i\);$/);
  await chair.getByTestId("tab-decisions").click();
  await chair.locator('[data-testid="decisions"] [data-verdict="accept"]', { hasText: "h" }).waitFor();
  const secretariat = await plenary.windowOf("joseph-okello");
  const audit = await secretariat.evaluate(async () => (await fetch("/api/audit")).text());
  expect(audit).toMatch(/"act":"accept"/);
  await secretariat.context().close();
});

it("when the reference's clause is gone, that is said, and there is nothing to press", async () => {
  const clause = writer.locator(".ProseMirror .clause[data-id]", { hasText: "to continue the programme" });
  await clause.click();
  await writer.keyboard.press("Alt+Shift+KeyS");
  await check("resolves 1").getByText("The clause named here is gone or stands elsewhere.").waitFor();
  await expect.poll(() => check("resolves 1").getByTestId("check-rewrite").count()).toBe(0);
});

it("who does not write sees what is open and can go there, without buttons", async () => {
  await bracketed("to remove duties on equipment", " [soon]");
  await chair.getByTestId("tab-checks").click();
  const seen = chair.getByTestId("check").filter({ hasText: "[soon]" });
  await seen.waitFor();
  await expect.poll(() => seen.getByRole("button").count()).toBe(1);
  await seen.getByRole("button").click();
  expect(await faults(chair)).toEqual([]);
  expect(await faults(writer)).toEqual([]);
});

async function bracketed(clause: string, typed: string): Promise<void> {
  await typeAtEnd(writer, clause, typed);
  await check(typed.slice(typed.indexOf("["))).waitFor();
  await saved(writer);
}

/** The words of the clause that holds those, as the server has them once all is saved there. */
async function clauseSaying(words: string, which = "current"): Promise<string> {
  await saved(writer);
  const { clauses } = (await asked(chair, `/at/${which}`)) as Text;
  return clauses.map(({ content }) => flatten(content)).find((said) => said.includes(words)) ?? "";
}

/** What can be seen of changed words, without what is for who hears the page. */
async function words(found: Locator): Promise<string[]> {
  return (await found.allInnerTexts()).map((said) => said.replace(/^(?:in|de)\w+: ?/, "").trim());
}

function focus(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute("data-testid"));
}
