import { afterAll, beforeAll, expect, it } from "vitest";
import { type Plenary, startPlenary } from "./plenary.ts";

let plenary: Plenary;
beforeAll(async () => {
  plenary = await startPlenary();
});
afterAll(() => plenary.stop());

it("the list of drafts shows a draft that somebody else opens meanwhile", async () => {
  const page = await plenary.windowOf("helene-faure");
  const drafts = page.locator('section[aria-labelledby="drafts"] li');
  await drafts.first().waitFor();
  const before = await drafts.count();
  const cookie = { "content-type": "application/json", origin: plenary.address };
  const session = await page.request.get(`${plenary.address}api/session`);
  const { people }: { people: { id: string; role: string; group: string | null }[] } = await session.json();
  const secretariat = people.find(({ role }) => role === "secretariat")!;
  const texts: { id: string }[] = await (await page.request.get(`${plenary.address}api/texts`)).json();
  const other = await plenary.browser.newContext();
  await other.request.post(`${plenary.address}api/session`, { data: { person: secretariat.id }, headers: cookie });
  const groups = [...new Set(people.flatMap(({ group }) => group ?? []))];
  for (const group of groups)
    await other.request.post(`${plenary.address}api/drafts`, { data: { text: texts[0]!.id, group } });
  await drafts.nth(before).waitFor();
  expect(await drafts.count()).toBeGreaterThan(before);
});
