import { Badge, Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import type { DraftSummary, Person } from "@plenary/server/api";
import { IconFileTypeDocx } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { draftsQuery } from "../api/queries.ts";
import { Failure } from "../frame/Failure.tsx";
import { ShareDraft } from "./ShareDraft.tsx";
import { localeOf } from "../language/numbers.ts";
import { useLanguage } from "../frame/useLanguage.ts";

/** The drafts: those of one's own group first. */
export function DraftList({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(draftsQuery);
  const own = (data ?? []).filter(({ group }) => group === person.group);
  const others = (data ?? []).filter(({ group }) => group !== person.group);
  const brings = person.role === "delegate" || person.role === "coordinator" || person.role === "secretariat";
  return (
    <Stack component="section" gap="sm" aria-labelledby="drafts">
      <Group justify="space-between">
        <Title order={1} size="h3" id="drafts">
          {t("drafts.title")}
        </Title>
        {brings && (
          <Button
            component={Link}
            href="/word"
            size="xs"
            variant="default"
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
            data-testid="bring-in"
          >
            {t("word.title")}
          </Button>
        )}
      </Group>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton height={132} />}
      {data?.length === 0 && <Text c="dimmed">{t("drafts.empty")}</Text>}
      {own.length > 0 && <Rows drafts={own} label={t("drafts.own")} />}
      {others.length > 0 && <Rows drafts={others} label={t("drafts.others")} />}
    </Stack>
  );
}

function Rows({ drafts, label }: { readonly drafts: readonly DraftSummary[]; readonly label: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const time = new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium", timeStyle: "short" });
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {label}
      </Text>
      <ul className="rows">
        {drafts.map((draft) => (
          <li key={draft.id} className="draft-row">
            <Link href={`/drafts/${draft.id}`} className="row" data-testid={`draft-${draft.id}`}>
              <Badge variant="light" color="gray" radius="sm" w={56} flex="none">
                {draft.symbol}
              </Badge>
              <div className="row-words">
                <Group gap="xs" wrap="nowrap">
                  <Text size="sm" fw={600} flex="none">
                    <bdi dir="ltr">{draft.number}</bdi>
                  </Text>
                  <Text size="sm" c="dimmed" truncate>
                    <bdi>{draft.text.number}</bdi>
                  </Text>
                </Group>
                <Text size="sm" truncate lang={draft.text.language}>
                  <bdi>{draft.text.title}</bdi>
                </Text>
              </div>
              {!draft.shared && (
                <Badge variant="default" radius="sm" tt="none" fw={500} flex="none">
                  {t("drafts.private")}
                </Badge>
              )}
              <Text size="xs" c="dimmed" flex="none" visibleFrom="xs">
                {time.format(new Date(draft.updatedAt))}
              </Text>
            </Link>
            {draft.mayShare && <ShareDraft draft={draft} />}
          </li>
        ))}
      </ul>
    </div>
  );
}
