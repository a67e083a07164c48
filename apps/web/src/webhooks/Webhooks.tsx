import { Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { webhooksQuery } from "../api/queries.ts";
import { Failure } from "../frame/Failure.tsx";
import { AddWebhook } from "./AddWebhook.tsx";
import { WebhookRow } from "./WebhookRow.tsx";

/** Where the server tells other programs what happens, for the secretariat. */
export function Webhooks() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(webhooksQuery);
  return (
    <Stack component="section" gap="sm" aria-labelledby="webhooks" data-testid="webhooks">
      <Title order={2} size="h3" id="webhooks">
        {t("webhooks.title")}
      </Title>
      <Text size="sm" c="dimmed">
        {t("webhooks.hint")}
      </Text>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data && data.webhooks.length > 0 && (
        <ul className="rows">
          {data.webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
      {data && <AddWebhook events={data.events} />}
    </Stack>
  );
}
