import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { Decision } from "@plenary/collab";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { answer, pendingOf } from "../../api/refusal.ts";
import { ChangedWords } from "../cards/ChangedWords.tsx";
import type { Card } from "./cards.ts";

/** What the chair says to a change. */
export type Verdict = "accept" | "reject";

/** One half of a replacement, decided alone. */
export type Part = "deletion" | "insertion";

/** A decision to be taken on cards, all in one act. */
interface Wanted {
  readonly cards: readonly Card[];
  readonly verdict: Verdict;
  readonly part?: Part | undefined;
}

/**
 * Sends decisions to the server, which decides whether they stand, and undoes them, one after the other; a refusal is
 * shown in its words.
 */
export function useDecide(draft: string) {
  const { t } = useTranslation();
  const scope = { id: `decisions ${draft}` };
  const refused = (error: Error): void => {
    const pending = pendingOf(error);
    notifications.show({
      color: "yellow",
      title: t("decide.refused"),
      message: (
        <>
          {error.message}
          {pending && (
            <Text component="span" display="block" size="sm" mt={4} className="card-change" data-testid="moved-on">
              {t("decide.now")} <ChangedWords change={pending} />
            </Text>
          )}
        </>
      ),
    });
  };
  const undo = useMutation({
    scope,
    mutationFn: (decisions: readonly string[]) =>
      answer(api.drafts[":id"].decisions.undo.$post({ param: { id: draft }, json: { decisions: [...decisions] } })),
    onError: refused,
  });
  const decide = useMutation({
    scope,
    mutationFn: ({ cards, verdict, part }: Wanted) => {
      const changes = [...new Set(cards.flatMap(({ decides }) => decides.map(({ id }) => id)))];
      const json = part ? { changes, verdict, part } : { changes, verdict };
      return answer(api.drafts[":id"].decisions.$post({ param: { id: draft }, json }));
    },
    onError: refused,
    onSuccess: ({ decisions }, { verdict, cards }) => {
      if (cards.length > 1) offerUndo(decisions, verdict);
    },
  });

  function offerUndo(decisions: readonly Decision[], verdict: Verdict): void {
    const id = notifications.show({
      autoClose: 12_000,
      title: t(verdict === "accept" ? "decide.accepted" : "decide.rejected", { count: decisions.length }),
      message: (
        <Button
          size="compact-xs"
          variant="default"
          mt={4}
          onClick={() => {
            undo.mutate(decisions.map((one) => one.id));
            notifications.hide(id);
          }}
          data-testid="undo-act"
        >
          {t("decide.undo")}
        </Button>
      ),
    });
  }

  return {
    busy: decide.isPending || undo.isPending,
    decide: decide.mutateAsync,
    undo: undo.mutate,
  };
}
