import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import type { Card } from "./cards.ts";

/** What the chair says to a change. */
export type Verdict = "accept" | "reject";

/** Sends the decision on a card to the server, which decides whether it stands; a refusal is shown in its words. */
export function useDecide(draft: string) {
  const { t } = useTranslation();
  return useMutation({
    mutationFn: async ({ card, verdict }: { readonly card: Card; readonly verdict: Verdict }) => {
      for (const { id } of card.decides)
        await answer(api.drafts[":id"].decisions.$post({ param: { id: draft }, json: { change: id, verdict } }));
    },
    onError: (error) => notifications.show({ color: "yellow", title: t("decide.refused"), message: error.message }),
  });
}
