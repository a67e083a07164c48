import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import type { WebhookEvent } from "@plenary/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { webhooksQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Copied } from "../frame/Copied.tsx";
import { Failure } from "../frame/Failure.tsx";
import { Form } from "../frame/form/Form.tsx";

/** Adds a webhook and shows its secret, which is not to be had again. */
export function AddWebhook({ events }: { readonly events: readonly WebhookEvent[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<readonly WebhookEvent[]>(events);
  const add = useMutation({
    mutationFn: (url: string) => answer(api.webhooks.$post({ json: { url, events: [...chosen] } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: webhooksQuery.queryKey }),
  });
  return (
    <Form onSubmit={(word, empty) => add.mutate(word("url").trim(), { onSuccess: empty })} testId="add-webhook">
      <Stack gap="sm">
        <Checkbox.Group
          label={t("webhooks.events")}
          value={[...chosen]}
          onChange={(names) => setChosen(events.filter((event) => names.includes(event)))}
        >
          <Group gap="md" mt={6}>
            {events.map((event) => (
              <Checkbox key={event} value={event} label={t(`webhooks.event.${event}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t("webhooks.url")}
            name="url"
            type="url"
            dir="ltr"
            placeholder="https://"
            maxLength={2000}
            flex={1}
            miw={200}
            required
          />
          <Button type="submit" variant="default" loading={add.isPending} disabled={chosen.length === 0}>
            {t("webhooks.add")}
          </Button>
        </Group>
        {add.error && <Failure error={add.error} retry={() => add.reset()} />}
        {add.data && (
          <Alert color="green" role="status">
            <Text size="sm" mb="xs">
              {t("webhooks.secret")}
            </Text>
            <Copied value={add.data.secret} label={t("webhooks.secretLabel")} testId="webhook-secret" />
          </Alert>
        )}
      </Stack>
    </Form>
  );
}
