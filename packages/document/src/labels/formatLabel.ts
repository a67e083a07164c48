import { printDerived } from "./derived.ts";
import type { Label } from "./label.ts";
import { printNumeral } from "./numerals.ts";

/** Abjad letters that are printed with a space before the bracket; heh takes a tatweel too. */
const spaced = new Set(["أ", "د", "ه", "و", "ز", "ر", "ذ"]);

/** A label as printed: what {@link parseLabel} read, with the ordinals and derivation that it holds now. */
export function formatLabel(label: Label): string {
  if (label.family === "bullet") return label.open;
  const derived = label.derived ? label.derived.gap + printDerived(label.derived) : "";
  const inside = label.derived?.inside ? derived : "";
  const outside = label.derived?.inside ? "" : derived;
  if (label.family === "abjad") return `${label.open}${abjad(label, inside)}${label.close}${outside}`;
  const numeral = label.path.map((value) => printNumeral(label.family, value)).join(".");
  return `${label.open}${numeral}${inside}${label.gap}${label.close}${outside}`;
}

/** `gap` of an abjad label is the space that non-joining letters take, "" where the list prints none. */
function abjad(label: Label, inside: string): string {
  const numeral = printNumeral("abjad", label.path[0] ?? 1);
  const printed = numeral === "ه" ? "هـ" : numeral;
  return printed + inside + (spaced.has(numeral) && label.close !== "" ? label.gap : "");
}

/** What stands between an abjad letter and its bracket in a list with these labels: a space unless one shows none. */
export function abjadGap(labels: readonly Label[]): string {
  const shown = labels.filter((label) => spaced.has(printNumeral("abjad", label.path[0] ?? 0)));
  return shown.length > 0 && shown.every((label) => label.gap === "") ? "" : " ";
}
