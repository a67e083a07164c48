import { Button, Skeleton, Stack, Text, TextInput, Title } from "@mantine/core";
import type { Person } from "@plenary/server/api";
import { IconSearch } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { api } from "../api/client.ts";
import { draftsQuery, textsQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { Failure } from "../frame/Failure.tsx";
import { languageNames } from "../frame/messages.ts";
import { ImportText } from "./ImportText.tsx";

/** The base texts; who drafts for a group opens its draft on one of them. */
export function Library({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(textsQuery);
  const { data: allDrafts } = useQuery(draftsQuery);
  const amended = (id: string) => (allDrafts ?? []).filter(({ text }) => text.id === id).length;
  const [sought, setSought] = useState("");
  const [, go] = useLocation();
  const queries = useQueryClient();
  const open = useMutation({
    mutationFn: (text: string) => answer(api.drafts.$post({ json: { text } })),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
      go(`/drafts/${id}`);
    },
  });
  const words = sought.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = data?.filter(({ number, title, edition }) =>
    words.every((word) => `${number} ${title} ${edition}`.toLocaleLowerCase().includes(word)),
  );
  const drafts = person.role === "delegate" || person.role === "coordinator";
  const imports = person.role === "coordinator" || person.role === "chair" || person.role === "secretariat";
  return (
    <Stack component="section" gap="sm" aria-labelledby="library">
      <Title order={2} size="h3" id="library">
        {t("library.title")}
      </Title>
      <TextInput
        aria-label={t("library.search")}
        placeholder={t("library.search")}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {open.error && <Failure error={open.error} retry={() => open.reset()} />}
      {!data && !error && <Skeleton height={200} />}
      {found?.length === 0 && <Text c="dimmed">{t(words.length > 0 ? "library.nothing" : "library.empty")}</Text>}
      <ul className="rows">
        {found?.map((text) => (
          <li key={text.id} className="row" data-testid={`text-${text.id}`}>
            <div className="row-words">
              <Text size="sm" fw={600} lang={text.language}>
                <bdi>{text.number}</bdi>
              </Text>
              <Text size="sm" truncate lang={text.language}>
                <bdi>{text.title}</bdi>
              </Text>
              <Text size="xs" c="dimmed">
                <bdi>{languageNames[text.language]}</bdi>
                {text.edition && (
                  <>
                    {" · "}
                    <bdi>{text.edition}</bdi>
                  </>
                )}{" "}
                · {t("library.clauses", { count: text.clauses })}
              </Text>
            </div>
            <div className="row-acts">
              {amended(text.id) > 1 && (
                <Button
                  component={Link}
                  href={`/texts/${text.id}/proposals`}
                  size="xs"
                  variant="default"
                  flex="none"
                  aria-label={t("proposals.openThis", { number: text.number })}
                  data-testid={`proposals-${text.id}`}
                >
                  {t("proposals.open")}
                </Button>
              )}
              {drafts && (
                <Button
                  size="xs"
                  variant="default"
                  flex="none"
                  loading={open.isPending && open.variables === text.id}
                  onClick={() => open.mutate(text.id)}
                  aria-label={t("library.amendThis", { number: text.number })}
                  data-testid={`amend-${text.id}`}
                >
                  {t("library.amend")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {imports && <ImportText />}
    </Stack>
  );
}
