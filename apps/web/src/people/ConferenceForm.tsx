import { Button, Group, List, Stack, TextInput, Title } from "@mantine/core";
import type { Group as RegionalGroup } from "@plenary/server/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { conferenceQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Form } from "../frame/form/Form.tsx";
import { Failure } from "../frame/Failure.tsx";

/** What {@link ConferenceForm} changes. */
export interface ConferenceFormProps {
  readonly conference: { readonly name: string; readonly groups: readonly RegionalGroup[] };
}

/** The conference's name and its regional groups. */
export function ConferenceForm({ conference }: ConferenceFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const changed = { onSuccess: () => queries.invalidateQueries({ queryKey: conferenceQuery.queryKey }) };
  const rename = useMutation({
    mutationFn: (name: string) => answer(api.conference.$put({ json: { name } })),
    ...changed,
  });
  const add = useMutation({
    mutationFn: (json: { code: string; name: string }) => answer(api.conference.groups.$post({ json })),
    ...changed,
  });
  const error = rename.error ?? add.error;
  const again = (): void => {
    rename.reset();
    add.reset();
  };
  return (
    <Stack component="section" gap="md" aria-labelledby="conference" data-testid="conference">
      <Title order={2} size="h3" id="conference">
        {t("conference.title")}
      </Title>
      {error && <Failure error={error} retry={again} />}
      <Form onSubmit={(word) => rename.mutate(word("conference"))}>
        <Group align="flex-end" gap="sm">
          <TextInput
            key={conference.name}
            label={t("conference.name")}
            name="conference"
            defaultValue={conference.name}
            maxLength={200}
            flex={1}
            miw={200}
            required
          />
          <Button type="submit" variant="default" loading={rename.isPending}>
            {t("conference.save")}
          </Button>
        </Group>
      </Form>
      {conference.groups.length > 0 && (
        <List size="sm">
          {conference.groups.map(({ code, name }) => (
            <List.Item key={code}>
              <bdi dir="ltr">{code}</bdi> · <bdi>{name}</bdi>
            </List.Item>
          ))}
        </List>
      )}
      <Form
        onSubmit={(word, empty) =>
          add.mutate({ code: word("code").trim().toUpperCase(), name: word("group") }, { onSuccess: empty })
        }
      >
        <Group align="flex-end" gap="sm">
          <TextInput label={t("conference.groupCode")} name="code" w={100} maxLength={12} dir="ltr" required />
          <TextInput label={t("conference.groupName")} name="group" flex={1} miw={200} maxLength={200} required />
          <Button type="submit" variant="default" loading={add.isPending}>
            {t("conference.addGroup")}
          </Button>
        </Group>
      </Form>
    </Stack>
  );
}
