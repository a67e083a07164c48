import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { draftsQuery, sessionQuery, textsQuery } from "../api/queries.ts";
import type { Command } from "./command.ts";

/** The drafts and texts of the conference, as places to go; none while they are being loaded or nobody is signed in. */
export function useGoCommands(): readonly Command[] {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const signedIn = Boolean(useQuery(sessionQuery).data?.person);
  const drafts = useQuery({ ...draftsQuery, enabled: signedIn }).data ?? [];
  const texts = useQuery({ ...textsQuery, enabled: signedIn }).data ?? [];
  const to = (id: string, title: string, hint: string, language: Command["language"], path: string): Command => ({
    id,
    area: "go",
    title,
    hint,
    ...(language ? { language } : {}),
    keys: [],
    run: () => go(path),
  });
  return [
    ...drafts.map(({ id, symbol, number, text }) =>
      to(`draft-${id}`, `${symbol} ${number}`, `${text.number} · ${text.title}`, text.language, `/drafts/${id}`),
    ),
    ...texts.map(({ id, number, title, language }) =>
      to(`text-${id}`, t("proposals.openThis", { number }), title, language, `/texts/${id}/proposals`),
    ),
  ];
}
