import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saved } from "./draftPage.ts";
import { faults } from "./faults.ts";
import { fitsWindow } from "./fitsWindow.ts";
import { type Plenary, startPlenary } from "./plenary.ts";

const password = "a bridge over still water";
let plenary: Plenary;
let secretariat: Page;
let ada: Page;
beforeAll(async () => {
  plenary = await startPlenary({ demo: false });
});
afterAll(() => plenary.stop());

async function askToJoin(page: Page, link: string, name: string, email: string): Promise<void> {
  await page.goto(link);
  await page.locator('input[name="name"]').fill(name);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByTestId("join").click();
}

async function joinAs(page: Page, link: string, name: string, email: string): Promise<void> {
  await askToJoin(page, link, name, email);
  await page.getByTestId("join").waitFor({ state: "detached" });
}

describe("a conference of people with accounts", () => {
  it("the first of the secretariat comes in by the printed link and sets the conference up", async () => {
    secretariat = await plenary.window();
    // A menu that is opened while the page is on its way in stays open, and learns who it is.
    const open = Promise.withResolvers<void>();
    await secretariat.route("**/api/invitations/*", async (route) => {
      if (route.request().method() === "POST") await open.promise;
      await route.continue();
    });
    await askToJoin(secretariat, plenary.setUp, "Mei Lin", "mei.lin@example.org");
    await secretariat.getByTestId("account").click();
    await secretariat.getByRole("menuitem", { name: "English" }).waitFor();
    open.resolve();
    await secretariat.getByTestId("people").click();
    const conference = secretariat.getByTestId("conference");
    await conference.locator('input[name="conference"]').fill("Conference of the Bridges");
    await conference.getByRole("button", { name: "Save" }).click();
    await secretariat.locator("header").getByText("Conference of the Bridges").waitFor();
    await conference.locator('input[name="code"]').fill("eur");
    await conference.locator('input[name="group"]').fill("Europe");
    await conference.getByRole("button", { name: "Add a group" }).click();
    await conference.getByRole("listitem").filter({ hasText: "EUR" }).waitFor();
    expect(await faults(secretariat)).toEqual([]);
  });

  it("adds a webhook, whose secret is shown once, and removes it", async () => {
    const webhooks = secretariat.getByTestId("webhooks");
    await webhooks.getByLabel("Address").fill("https://hooks.example.org/plenary");
    await webhooks.getByRole("button", { name: "Add a webhook" }).click();
    await expect.poll(() => webhooks.getByTestId("webhook-secret").inputValue()).toMatch(/^whsec_/);
    await webhooks.getByRole("button", { name: "Deliveries" }).click();
    await webhooks.getByText("Nothing was sent yet.").waitFor();
    expect(await faults(secretariat)).toEqual([]);
    await webhooks.getByRole("button", { name: "Remove" }).click();
    await webhooks.getByTestId("webhook").waitFor({ state: "detached" });
  });

  it("invites somebody, who accepts, is signed in, signs out and in again, and opens a draft", async () => {
    const invite = secretariat.getByTestId("invite");
    await invite.getByTestId("group").selectOption("EUR");
    await invite.getByRole("button", { name: "Make a link" }).click();
    const link = await invite.getByTestId("made-link").inputValue();
    expect(await faults(secretariat)).toEqual([]);
    ada = await plenary.window();
    await ada.goto(link);
    await ada.getByText("Conference of the Bridges").waitFor();
    expect(await faults(ada)).toEqual([]);
    await joinAs(ada, link, "Ada Delgado", "ada.delgado@example.org");
    // The secretariat sees who has come without asking.
    await secretariat.locator('[data-testid^="person-"]').filter({ hasText: "Ada Delgado" }).waitFor();
    await ada.getByTestId("account").click();
    await ada.getByTestId("sign-out").click();
    await ada.locator('input[name="email"]').fill("ada.delgado@example.org");
    expect(await faults(ada)).toEqual([]);
    await ada.locator('input[name="password"]').fill("not this one at all");
    await ada.locator('button[type="submit"]').click();
    await ada.getByText("The e-mail address or the password is wrong").waitFor();
    await ada.locator('input[name="password"]').fill(password);
    await ada.locator('button[type="submit"]').click();
    await ada.locator('input[name="password"]').waitFor({ state: "detached" });

    const library = secretariat.locator('input[type="file"]');
    await secretariat.goto(plenary.address);
    await library.setInputFiles({
      name: "resolution-3.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("RESOLUTION 3 (Porto, 2023)\n\nBridges\n\nresolves\n\n1\tto build ten bridges;\n"),
    });
    await secretariat.locator('[data-testid^="text-"]', { hasText: "RESOLUTION 3" }).waitFor();
    await ada.reload();
    await ada.locator('[data-testid^="text-"]').getByRole("button").click();
    await ada.locator(".ProseMirror .clause").first().waitFor();
    await saved(ada);
    await expect.poll(() => ada.locator(".ProseMirror").getAttribute("contenteditable")).toBe("true");
  });

  it("whose role is lowered can only read from that moment on, and is told so", async () => {
    await secretariat.goto(`${plenary.address}people`);
    const row = secretariat.locator('[data-testid^="person-"]', { hasText: "Ada Delgado" });
    await row.getByTestId("role").selectOption("observer");
    await ada.getByTestId("rights").getByText("no longer write in it").waitFor();
    await ada.locator('.ProseMirror[contenteditable="false"]').waitFor();
    await saved(ada);
    expect(await faults(ada)).toEqual([]);
    await row.getByTestId("role").selectOption("delegate");
    await ada.locator('.ProseMirror[contenteditable="true"]').waitFor();
    await ada.getByTestId("rights").waitFor({ state: "detached" });
    await row.getByTestId("role").selectOption("observer");
    await ada.getByTestId("rights").getByRole("button").click();
    await ada.getByTestId("rights").waitFor({ state: "detached" });
    await row.getByTestId("role").selectOption("delegate");
    await ada.getByTestId("rights").getByText("You can now write").waitFor();
  });

  it("learns of a right that changed again while the page was on its way back to the room", async () => {
    const row = secretariat.locator('[data-testid^="person-"]', { hasText: "Ada Delgado" });
    const changedTo = async (role: string): Promise<void> => {
      const answered = secretariat.waitForResponse((response) => response.request().method() === "PATCH");
      await row.getByTestId("role").selectOption(role);
      await answered;
    };
    await saved(ada);
    const raised = Promise.withResolvers<void>();
    await ada.route("**/api/drafts/*/ticket", async (route) => {
      await raised.promise;
      await route.continue();
    });
    await changedTo("observer");
    await ada.locator('.ProseMirror[contenteditable="false"]').waitFor();
    await changedTo("delegate");
    raised.resolve();
    await ada.locator('.ProseMirror[contenteditable="true"]').waitFor();
    await ada.unroute("**/api/drafts/*/ticket");
  });

  it("who is taken out is shown out at once", async () => {
    const row = secretariat.locator('[data-testid^="person-"]', { hasText: "Ada Delgado" });
    await row.getByTestId("more").click();
    await secretariat.getByRole("menuitem", { name: "Take out of the conference" }).click();
    await row.getByRole("button", { name: "Take out of the conference" }).click();
    await row.waitFor({ state: "detached" });
    await ada.getByText("ada.delgado@example.org is not in this conference").waitFor();
    expect(await faults(ada)).toEqual([]);
  });

  it.each([
    ["Arabic, dark", { language: "ar", dark: true }, "املأ هذا الحقل.", "يكون عنوان البريد الإلكتروني مثل"],
    ["Chinese, phone", { language: "zh", width: 390, height: 844 }, "请填写此项。", "电子邮件地址的形式如"],
  ] as const)(
    "signing in and people in %s: a field says what it lacks, axe finds nothing, nothing is wider than the window",
    async (_, options, empty, notAnAddress) => {
      const page = await plenary.window(options);
      await page.goto(plenary.address);
      const email = page.locator('input[name="email"]');
      const said = () => email.evaluate((field) => field instanceof HTMLInputElement && field.validationMessage);
      await page.locator('button[type="submit"]').click();
      await expect.poll(() => said()).toBe(empty);
      await email.pressSequentially("mei");
      await page.locator('button[type="submit"]').click();
      await expect.poll(() => said()).toContain(notAnAddress);
      await email.fill("mei.lin@example.org");
      await expect.poll(() => said()).toBe("");
      await page.locator('input[name="password"]').fill(password);
      expect(await faults(page)).toEqual([]);
      await page.locator('button[type="submit"]').click();
      await page.locator('[data-testid^="text-"]').first().waitFor();
      await page.getByTestId("account").click();
      await page.getByTestId("people").click();
      await page.locator('[data-testid^="person-"]').first().waitFor();
      expect(await faults(page)).toEqual([]);
      await fitsWindow(page);
      await page.context().close();
    },
  );
});
