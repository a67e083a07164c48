import axe from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds on the page: rule and first place, a line each. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found: unknown = await Reflect.get(window, "axe").run(document, { resultTypes: ["violations"] });
    const violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[] = Reflect.get(
      Object(found),
      "violations",
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")} ${nodes[0]?.failureSummary}`);
  });
}
