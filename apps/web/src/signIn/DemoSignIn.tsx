import { Badge, Group, SimpleGrid, Skeleton, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { SessionView } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { sessionQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Failure } from "../frame/Failure.tsx";

/** The demo's way in: everybody of the sample conference, by group, one click each. */
export function DemoSignIn({ session }: { readonly session: SessionView | undefined }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: (person: string) => answer(api.session.$post({ json: { person } })),
    onSuccess: (view) => queries.setQueryData(sessionQuery.queryKey, view),
  });
  const people = session?.people ?? [];
  const groups = [...new Set(people.map(({ group }) => group))].toSorted(
    (a, b) => Number(a === null) - Number(b === null),
  );
  return (
    <Stack gap="xl">
      <div>
        <Title order={1} size="h2">
          {t("signIn.title")}
        </Title>
        <Text c="dimmed" mt={4}>
          {t("signIn.hint")}
        </Text>
      </div>
      {signIn.error && <Failure error={signIn.error} retry={() => signIn.reset()} />}
      {!session && <Skeleton height={220} />}
      {groups.map((group) => (
        <section key={group ?? ""} aria-label={group ?? t("signIn.noGroup")}>
          <Text component="h2" size="sm" fw={600} c="dimmed" mb="xs">
            {group === null ? t("signIn.noGroup") : <bdi dir="ltr">{group}</bdi>}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
            {people
              .filter((person) => person.group === group)
              .map(({ id, name, role }) => (
                <UnstyledButton
                  key={id}
                  className="pick"
                  data-testid={`person-${id}`}
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate(id)}
                >
                  <Group justify="space-between" wrap="nowrap">
                    <Text fw={500}>
                      <bdi>{name}</bdi>
                    </Text>
                    <Badge variant="default" tt="none" fw={500} flex="none">
                      {t(`role.${role}`)}
                    </Badge>
                  </Group>
                </UnstyledButton>
              ))}
          </SimpleGrid>
        </section>
      ))}
    </Stack>
  );
}
