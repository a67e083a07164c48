import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDraft } from "./draftPage.ts";
import { clauseOf, selectIn } from "./onPaper.ts";
import { faults } from "./faults.ts";
import { fitsWindow } from "./fitsWindow.ts";
import { type Plenary, type WindowOptions, startPlenary } from "./plenary.ts";

/** What the clause says that is talked of. */
const shared = "shared infrastructure in border";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

it("three people of two groups talk: openly, and in their group alone", async () => {
  const [clara, helene] = [await openDraft(plenary, "clara-lindqvist"), await openDraft(plenary, "helene-faure")];
  const tavita = await openDraft(plenary, "tavita-fonoti");
  const seen = watch(tavita);
  // A new connection, so that all of it is watched.
  await tavita.reload();
  await tavita.locator(".ProseMirror .clause").first().waitFor();

  // Clara selects words and begins an open thread by key.
  await selectIn(clauseOf(clara, shared), "border");
  await clara.keyboard.press("Control+Alt+KeyM");
  await clara.getByTestId("talk-words").fill("Which borders, @Hél");
  await clara.getByRole("option", { name: /Hélène Faure-Marchand/ }).click();
  await clara.keyboard.press("Control+Enter");
  await tavita.getByTestId("tab-talk").click();
  const open = tavita.getByTestId("thread").filter({ hasText: "Which borders, @Hélène Faure-Marchand" });
  await open.waitFor();
  await expect.poll(() => tavita.locator(".ProseMirror [data-thread]").allTextContents()).toEqual(["border"]);

  // Tavita of the other group answers; Clara hears it without loading anything.
  await open.getByTestId("reply").click();
  await open.getByTestId("talk-words").fill("All of them. <b>Not bold</b>");
  await open.getByTestId("talk-words").press("Control+Enter");
  const answered = clara.getByTestId("thread").filter({ hasText: "All of them. <b>Not bold</b>" });
  await answered.waitFor();
  await expect.poll(() => answered.locator("b").count()).toBe(0);

  // Clara asks her own group on a change's card; Hélène reads it, Tavita never gets a byte of it.
  await clara.getByTestId("tab-changes").click();
  await clara.getByTestId("change-card").first().getByTestId("card-talk").click();
  await clara.getByRole("radio", { name: "Only EUR" }).check();
  await clara.getByTestId("talk-words").fill("Our way out: INTERNAL-ONLY, @Hél");
  await clara.getByRole("option", { name: /Hélène Faure-Marchand/ }).click();
  await clara.getByTestId("send").click();
  await helene.getByTestId("tab-talk").click();
  await helene.getByTestId("thread").filter({ hasText: "INTERNAL-ONLY" }).waitFor();
  await helene.getByTestId("tab-changes").click();
  await helene.getByTestId("card-talk").filter({ hasText: "1 comment" }).waitFor();

  // The open thread is resolved, which comes to Tavita after the internal one could have.
  await answered.getByTestId("resolve").click();
  await open.waitFor({ state: "detached" });
  await expect.poll(() => tavita.getByTestId("thread").count()).toBe(0);
  expect(seen().includes("Which borders")).toBe(true);
  expect(seen().includes("INTERNAL-ONLY")).toBe(false);

  // What is resolved is shown on request; a comment is deleted, at the second press, by who wrote it alone.
  await tavita.getByTestId("show-resolved").press("Space");
  await open.getByText("Resolved by Clara Lindqvist").waitFor();
  await expect.poll(() => open.getByTestId("delete-comment").count()).toBe(1);
  const own = open.getByTestId("comment").filter({ hasText: "All of them." });
  await own.getByTestId("delete-comment").click();
  await own.getByText("Delete for good").waitFor();
  expect(await faults(tavita)).toEqual([]);
  await own.getByTestId("delete-comment").click();
  await own.waitFor({ state: "detached" });
  await expect.poll(() => open.evaluate((thread) => thread.contains(document.activeElement))).toBe(true);
  await answered.waitFor({ state: "detached" });
  await tavita.getByTestId("show-resolved").press("Space");
  await open.waitFor({ state: "detached" });

  // Hélène was called twice: home counts it and leads to each thread; what was followed is seen.
  for (const [called, title] of [
    ["Which borders", "You are mentioned 2 times"],
    ["INTERNAL-ONLY", "You are mentioned once"],
  ] as const) {
    await helene.goto(plenary.address);
    await helene.getByTestId("mentions").getByRole("heading", { name: title }).waitFor();
    const looked = helene.waitForResponse(/\/seen$/);
    await helene.getByTestId("mentions").getByRole("link").filter({ hasText: called }).click();
    await helene.locator('[data-testid="thread"][data-active="true"]').filter({ hasText: called }).waitFor();
    await looked;
  }
  await helene.goto(plenary.address);
  await helene
    .getByTestId(/^draft-/)
    .first()
    .waitFor();
  await helene.getByTestId("mentions").waitFor({ state: "detached" });

  // With its only comment a thread goes; the focus goes to where the next one begins.
  await clara.getByTestId("tab-talk").click();
  const internal = clara.getByTestId("thread").filter({ hasText: "INTERNAL-ONLY" });
  for (let press = 0; press < 2; press++) await internal.getByTestId("delete-comment").click();
  await internal.waitFor({ state: "detached" });
  await expect.poll(() => clara.evaluate(() => document.activeElement?.getAttribute("data-testid"))).toBe("begin");
  for (const page of [clara, helene, tavita]) await page.context().close();
});

it("words that are deleted leave their thread as an orphan, with its quote", async () => {
  const [clara, mateo] = [await openDraft(plenary, "clara-lindqvist"), await openDraft(plenary, "mateo-ibarra")];
  await selectIn(clauseOf(mateo, shared), "infrastructure");
  await mateo.keyboard.press("Control+Alt+KeyM");
  await mateo.getByTestId("talk-words").fill("Too narrow?");
  await mateo.getByTestId("send").click();
  await clara.locator(".ProseMirror [data-thread]").first().waitFor();
  await selectIn(clauseOf(clara, shared), "infrastructure");
  await clara.keyboard.press("Delete");
  const orphan = mateo.getByTestId("thread").filter({ hasText: "Too narrow?" });
  await orphan.getByTestId("orphan").waitFor();
  await expect.poll(() => orphan.locator(".talk-quote").textContent()).toContain("infrastructure");
  // Who began it hangs it on other words; who did not can't.
  await clara.getByTestId("tab-talk").click();
  const hers = clara.getByTestId("thread").filter({ hasText: "Too narrow?" });
  await hers.getByTestId("orphan").waitFor();
  await expect.poll(() => hers.getByTestId("rehang").count()).toBe(0);
  await selectIn(clauseOf(mateo, shared), "border");
  await orphan.getByTestId("rehang").click();
  await hers.getByTestId("orphan").waitFor({ state: "detached" });
  await expect.poll(() => clara.locator(".ProseMirror [data-thread]").allTextContents()).toContain("border");
  await clara.context().close();
  await mateo.context().close();
});

it("an observer reads and has nothing to write with", async () => {
  const page = await openDraft(plenary, "peter-van-loon");
  await page.getByTestId("tab-talk").click();
  await page.getByTestId("thread").first().waitFor();
  for (const what of ["begin", "reply", "resolve"]) await expect.poll(() => page.getByTestId(what).count()).toBe(0);
  await page.context().close();
});

const looks: readonly [name: string, person: string, draft: string, options: WindowOptions][] = [
  ["English, light", "clara-lindqvist", "EUR/7A3/1", {}],
  ["English, dark", "mateo-ibarra", "EUR/7A3/1", { dark: true }],
  ["Arabic, light", "salma-haddad", "ARB/9A2/1", { language: "ar" }],
  ["Arabic, dark, phone", "nasser-alamiri", "ARB/9A2/1", { language: "ar", dark: true, width: 390, height: 844 }],
  ["Chinese, phone", "wei-lan", "ACP/12A1/1", { language: "zh", width: 390, height: 844 }],
];

describe.each(looks)("in %s", (_name, person, draft, options) => {
  it("axe finds nothing while a comment is written and beside threads, and nothing is wider than the window", async () => {
    const page = await openDraft(plenary, person, options, draft);
    const phone = (options.width ?? 1366) < 600;
    if (phone) await page.getByTestId("toggle-changes").click();
    await page.getByTestId("tab-talk").click();
    await page.getByTestId("begin").click();
    await page.getByTestId("talk-words").fill("@");
    await page.locator("[data-combobox-option]").first().click();
    expect(await faults(page)).toEqual([]);
    await page.getByTestId("composer").getByRole("radio").nth(1).check();
    await page.getByTestId("send").click();
    await page.getByTestId("thread").first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByTestId("reply").first().click();
    expect(await faults(page)).toEqual([]);
    await fitsWindow(page);
    await page.keyboard.press("Escape");
    await page.getByTestId("reply").first().waitFor();
    // What the thread hangs on is shown, on a phone below the sheet that goes away.
    await page.locator('[data-testid="thread"] > button').first().click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.locator(".ProseMirror [data-talk]").first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });
});

/** Everything that comes to a page over sockets and answers from now on; its whole content too. */
function watch(page: Page): () => string {
  const heard: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => heard.push(payload.toString()));
  });
  page.on("response", (response) => {
    response.text().then(
      (text) => heard.push(text),
      () => undefined,
    );
  });
  return () => heard.join("\n");
}
