import type { Language } from "@plenary/document";
import type { ChangeAuthor } from "@plenary/server/api";
import type { TFunction } from "i18next";
import type { Card } from "./cards.ts";

/** What a card is called where it is heard: which change of how many it is, the groups that made it, and its summary. */
export function cardName(
  t: TFunction,
  language: Language,
  { summary }: Pick<Card, "summary">,
  authors: readonly ChangeAuthor[],
  place: { readonly number: number; readonly count: number },
): string {
  const codes = [...new Set(authors.map(({ group }) => group))].filter((group) => group !== "");
  if (codes.length === 0) return t("card.name", { ...place, summary });
  const groups = new Intl.ListFormat(language).format(codes);
  return t("card.name", { ...place, summary: t("card.by", { groups, summary }) });
}
