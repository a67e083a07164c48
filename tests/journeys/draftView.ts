import { type Text, flatten } from "@plenary/document";
import type { Page } from "playwright-core";
import { asked } from "./draftPage.ts";

const shows = {
  sides: ".column-row",
  compare: "[data-testid=redline-paper] .clause",
  history: "[data-testid=past][data-stop] .clause",
  table: "[data-testid=change-line]",
  projector: ".projector .clause",
} as const;

/** Goes to a view of the draft by its key, and waits until it shows something. */
export async function openView(page: Page, view: keyof typeof shows): Promise<void> {
  await page.keyboard.press(`Alt+${Object.keys(shows).indexOf(view) + 4}`);
  await page.locator(shows[view]).first().waitFor();
  await page.waitForURL(new RegExp(`/${view}(\\?|$)`));
}

/** A text of the draft as the server has it, a line each clause. */
export async function textAt(page: Page, which: string): Promise<string[]> {
  return lines((await asked(page, `/at/${which}`)) as Text);
}

function lines({ clauses }: Text): string[] {
  const said = ({ label, content, rows }: Text["clauses"][number]): string =>
    `${label ?? ""}${flatten(content).replaceAll("\u2028", "").replaceAll("\uFFFC", "*")}${rows
      .flatMap(({ cells }) => cells.flatMap((cell) => cell.clauses.map(said)))
      .join("")}`;
  return clauses.map(said);
}
