import type { Redline } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { Marked } from "../marked/marked.ts";
import { markRedline } from "../marked/markRedline.ts";
import { cleanSeals, markedSeals, printSeals } from "../proof/seal.ts";
import { unchanged } from "../uniform.ts";

/** What stands first in every JSON file, so that it is known again. */
export const jsonFormat = "plenary-text-1";

/** The clean text as JSON; with the base it was amended from, its seal too. */
export function writeJson(text: Text, base?: Text): string {
  const seals = Object.fromEntries(printSeals(cleanSeals(text, base)));
  return print({ format: jsonFormat, seals, current: text, marked: markRedline(unchanged(text)) });
}

/** The redline as JSON: both texts, their seals, the changes, and every printed word once with its side. */
export function writeMarkedJson(redline: Redline): string {
  const seals = Object.fromEntries(printSeals(markedSeals(redline)));
  const { changes } = redline;
  const marked: Marked = markRedline(redline);
  return print({ format: jsonFormat, seals, base: redline.base, current: redline.current, changes, marked });
}

function print(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
