import { Button, Group, Text } from "@mantine/core";
import type { WebhookView } from "@plenary/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { webhooksQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Failure } from "../frame/Failure.tsx";
import { Deliveries } from "./Deliveries.tsx";

/** One webhook: what of it waits or was given up, its last deliveries, and the switches. */
export function WebhookRow({ webhook }: { readonly webhook: WebhookView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const { id, url, events, enabled, waiting, givenUp } = webhook;
  const param = { id };
  const listed = { onSuccess: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }) };
  const enable = useMutation({
    mutationFn: (on: boolean) => answer(api.webhooks[":id"].enabled.$put({ param, json: { enabled: on } })),
    ...listed,
  });
  const remove = useMutation({ mutationFn: () => answer(api.webhooks[":id"].$delete({ param })), ...listed });
  const error = enable.error ?? remove.error;
  const again = (): void => {
    for (const mutation of [enable, remove]) mutation.reset();
  };
  return (
    <li data-testid="webhook">
      <div className="row field-row">
        <div className="row-words">
          <Text size="sm" fw={600} truncate>
            <bdi dir="ltr">{url}</bdi>
          </Text>
          <Text size="sm" c="dimmed">
            {events.map((event) => t(`webhooks.event.${event}`)).join(" · ")}
          </Text>
          <Text size="sm" c={givenUp > 0 ? "var(--mantine-color-error)" : "dimmed"}>
            {enabled ? t("webhooks.state", { waiting, givenUp }) : t("webhooks.off")}
          </Text>
        </div>
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={opened} onClick={() => setOpened(!opened)}>
            {t("webhooks.deliveries")}
          </Button>
          <Button size="xs" variant="default" loading={enable.isPending} onClick={() => enable.mutate(!enabled)}>
            {t(enabled ? "webhooks.switchOff" : "webhooks.switchOn")}
          </Button>
          <Button size="xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
            {t("webhooks.remove")}
          </Button>
        </Group>
      </div>
      {error && <Failure error={error} retry={again} />}
      {opened && <Deliveries webhook={id} />}
    </li>
  );
}
