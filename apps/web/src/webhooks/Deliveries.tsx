import { Button, Text } from "@mantine/core";
import type { DeliveryView } from "@plenary/server/api";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { deliveriesQuery, webhooksQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Failure } from "../frame/Failure.tsx";
import { localeOf } from "../language/numbers.ts";
import { failureWords } from "./failureWords.ts";
import { useLanguage } from "../frame/useLanguage.ts";

const stateKeys = {
  waiting: "webhooks.waiting",
  delivered: "webhooks.delivered",
  "given up": "webhooks.givenUp",
} as const satisfies Readonly<Record<DeliveryView["state"], string>>;

/** The last deliveries of a webhook; one that was given up can be sent again. */
export function Deliveries({ webhook }: { readonly webhook: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const time = new Intl.DateTimeFormat(localeOf(useLanguage()), { dateStyle: "medium", timeStyle: "medium" });
  const { data, error, refetch } = useQuery(deliveriesQuery(webhook));
  const again = useMutation({
    mutationFn: (delivery: string) =>
      answer(api.webhooks[":id"].deliveries[":delivery"].again.$post({ param: { id: webhook, delivery } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  const failed = error ?? again.error;
  return (
    <>
      {failed && <Failure error={failed} retry={() => void refetch()} />}
      {data?.deliveries.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("webhooks.none")}
        </Text>
      )}
      <ul className="rows">
        {data?.deliveries.map(({ id, event, at, state, failure }) => (
          <li key={id} className="row" data-testid="delivery">
            <Text size="sm" className="row-words">
              {t(`webhooks.event.${event}`)} · {time.format(new Date(at))} · {t(stateKeys[state])}
              {failure !== null && (
                <>
                  {" · "}
                  {failureWords(t, failure) ?? <bdi dir="ltr">{failure}</bdi>}
                </>
              )}
            </Text>
            {state === "given up" && (
              <Button size="xs" variant="default" disabled={again.isPending} onClick={() => again.mutate(id)}>
                {t("webhooks.again")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
