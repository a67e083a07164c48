import { ActionIcon, Alert, Button, Group, Menu, Stack, Text } from "@mantine/core";
import type { Group as RegionalGroup, PersonDetail } from "@plenary/server/api";
import { IconDots, IconKey, IconUserMinus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { peopleQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Failure } from "../frame/Failure.tsx";
import { MadeLink } from "./MadeLink.tsx";
import { type Membership, MembershipFields } from "./MembershipFields.tsx";

/** What {@link PersonRow} needs; `own` when it is the one who looks. */
export interface PersonRowProps {
  readonly person: PersonDetail;
  readonly groups: readonly RegionalGroup[];
  readonly own: boolean;
}

/** One person: role and group, which change at once when they are chosen, a new password, and the way out. */
export function PersonRow({ person, groups, own }: PersonRowProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const param = { id: person.id };
  const listed = { onSuccess: () => queries.invalidateQueries({ queryKey: peopleQuery.queryKey }) };
  const change = useMutation({
    mutationFn: (json: Membership) => answer(api.people[":id"].$patch({ param, json })),
    ...listed,
  });
  const revoke = useMutation({ mutationFn: () => answer(api.people[":id"].$delete({ param })), ...listed });
  const password = useMutation({ mutationFn: () => answer(api.people[":id"].password.$post({ param })) });
  const error = change.error ?? revoke.error ?? password.error;
  const again = (): void => {
    for (const mutation of [change, revoke, password]) mutation.reset();
  };
  return (
    <li data-testid={`person-${person.id}`}>
      <div className="row field-row">
        <div className="row-words">
          <Text size="sm" fw={600} truncate>
            <bdi>{person.name}</bdi>
            {own && <span>{` (${t("people.you")})`}</span>}
          </Text>
          {person.email !== null && (
            <Text size="sm" c="dimmed" truncate>
              <bdi dir="ltr">{person.email}</bdi>
            </Text>
          )}
        </div>
        <Group gap="xs" wrap="nowrap">
          <MembershipFields
            name={person.name}
            value={change.isPending ? change.variables : person}
            groups={groups}
            disabled={own || change.isPending}
            onChange={({ role, group }) => change.mutate({ role, group })}
          />
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={own}
                aria-label={t("people.more", { name: person.name })}
                data-testid="more"
              >
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {person.email !== null && (
                <Menu.Item leftSection={<IconKey size={16} aria-hidden />} onClick={() => password.mutate()}>
                  {t("people.newPassword")}
                </Menu.Item>
              )}
              <Menu.Item leftSection={<IconUserMinus size={16} aria-hidden />} onClick={() => setLeaving(true)}>
                {t("people.revoke")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
      </div>
      {(error ?? password.data ?? leaving) && (
        <Stack px="md" pb="md" gap="sm">
          {error && <Failure error={error} retry={again} />}
          {password.data && <MadeLink path={password.data.path} words={t("people.passwordMade")} />}
          {leaving && (
            <Alert color="yellow" title={t("people.revokeSure", { name: person.name })}>
              <Group gap="xs">
                <Button size="xs" color="#b42323" loading={revoke.isPending} onClick={() => revoke.mutate()}>
                  {t("people.revoke")}
                </Button>
                <Button size="xs" variant="default" onClick={() => setLeaving(false)}>
                  {t("people.keep")}
                </Button>
              </Group>
            </Alert>
          )}
        </Stack>
      )}
    </li>
  );
}
