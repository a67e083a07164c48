import { afterAll, beforeAll, expect, it } from "vitest";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

const resolution = [
  "РЕЗОЛЮЦИЯ 12 (Пересм. Порту, 2023 г.)",
  "Мосты через северные реки",
  "Всемирная конференция по цифровым мостам (Порту, 2023 г.),",
  "учитывая",
  "a)\tчто зимой паромы не ходят;",
  "b)\tчто связь нужна круглый год,",
  "решает",
  "1\tпродолжить программу до 2027 года;",
  "2\tежегодно публиковать её результаты.",
  "",
].join("\n");

it("a base text comes in as a file, is found in the library and can be amended at once", async () => {
  const page = await plenary.windowOf("helene-faure");
  await page.locator('input[type="file"]').setInputFiles({
    name: "резолюция 12.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(resolution),
  });
  const row = page.locator('[data-testid^="text-"]', { hasText: "Мосты через северные реки" });
  await row.waitFor();
  await row.getByRole("button").click();
  await page.locator(".ProseMirror .clause").first().waitFor();
  const kinds = await page
    .locator(".ProseMirror .clause")
    .evaluateAll((clauses) => clauses.map((clause) => clause.getAttribute("data-kind")));
  expect(kinds).toEqual(["number", "title", "opening", "call", "item", "item", "call", "item", "item"]);
  await expect.poll(() => page.locator(".ProseMirror .clause").first().getAttribute("lang")).toBe("ru");
  await expect.poll(() => page.getByTestId("amendment").textContent()).toContain("NOC");
});

it("every text of an Akoma Ntoso file comes into the library", async () => {
  const page = await plenary.windowOf("helene-faure");
  const rows = page.locator('[data-testid^="text-"]');
  await rows.first().waitFor();
  const statement = (number: number) =>
    `<statement name="resolution"><meta/><preface><p><docNumber>RESOLUTION ${number} (Porto, 2023)</docNumber></p>` +
    `<p><docTitle>Ferries, part ${number}</docTitle></p></preface><mainBody><p>Ferries go.</p></mainBody></statement>`;
  const source =
    '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><documentCollection name="acts">' +
    `<components>${statement(71)}${statement(72)}</components></documentCollection></akomaNtoso>`;
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "acts.xml", mimeType: "text/xml", buffer: Buffer.from(source) });
  await rows.filter({ hasText: "Ferries, part 71" }).waitFor();
  await rows.filter({ hasText: "Ferries, part 72" }).waitFor();
});

it("a file in an older encoding is refused with what to do, and adds nothing", async () => {
  const page = await plenary.windowOf("joseph-okello");
  await page.locator('[data-testid^="text-"]', { hasText: "Resolution 9" }).waitFor();
  const before = await page.locator('[data-testid^="text-"]').count();
  await page.locator('input[type="file"]').setInputFiles({
    name: "old.txt",
    mimeType: "text/plain",
    buffer: Buffer.from([0xf0, 0xe5, 0xf8, 0xe0, 0xe5, 0xf2]),
  });
  await page.getByText("Save it as UTF-8").waitFor();
  await expect.poll(() => page.locator('[data-testid^="text-"]').count()).toBe(before);
});
