import { Button, Group, Loader, Select, Stack, Text, Title } from "@mantine/core";
import type { CommentsChoice, Person } from "@plenary/server/api";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { conferenceQuery, draftsQuery } from "../api/queries.ts";
import { Failure } from "../frame/Failure.tsx";
import { FileDrop } from "../frame/FileDrop.tsx";
import { Page } from "../frame/Page.tsx";
import { BaseChoice, NEW_TEXT } from "./BaseChoice.tsx";
import { CommentsQuestion } from "./CommentsQuestion.tsx";
import { FileFacts } from "./FileFacts.tsx";
import { GroupsDraft } from "./GroupsDraft.tsx";
import { type SilentChoice, SilentReport } from "./SilentReport.tsx";
import { useWordFile } from "./useWordFile.ts";

/** A Word file becomes an amendment: the file, what was recognised, what was changed silently, the draft. */
export function WordScreen({ person }: { readonly person: Person }) {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const { data: conference } = useQuery(conferenceQuery);
  const { data: drafts } = useQuery(draftsQuery);
  const [base, setBase] = useState<string | null>(null);
  const [silent, setSilent] = useState<SilentChoice>(null);
  const [comments, setComments] = useState<CommentsChoice>("internal");
  const [group, setGroup] = useState(person.group);
  const { read, draft } = useWordFile((id) => go(`/drafts/${id}`));
  const report = read.data?.report;
  const chosen = base ?? report?.against?.text ?? null;
  const edits = base === NEW_TEXT ? [] : (report?.against?.silent ?? []);
  const mayAdd = person.role === "coordinator" || person.role === "secretariat";
  const there = drafts?.find((one) => one.group === group && one.text.id === chosen);
  const ready =
    there === undefined &&
    chosen !== null &&
    group !== null &&
    !read.isPending &&
    (edits.length === 0 || silent !== null);

  const open = (file: File, text?: string): void => {
    setSilent(null);
    draft.reset();
    read.mutate({ file, text });
  };
  const choose = (value: string): void => {
    setBase(value);
    setSilent(null);
    if (value !== NEW_TEXT && read.data) read.mutate({ file: read.data.file, text: value });
  };
  return (
    <Page>
      <Stack gap="xl">
        <Stack gap="sm">
          <Title order={1} size="h3">
            {t("word.title")}
          </Title>
          <Text size="sm">{t("word.hint")}</Text>
          <FileDrop
            hint={t("word.drop")}
            button={t("word.choose")}
            accept=".docx"
            multiple={false}
            busy={read.isPending}
            onFiles={([file]) => {
              setBase(null);
              if (file) open(file);
            }}
          />
        </Stack>
        {read.isPending && (
          <Text size="sm" role="status">
            <Loader size={12} me={8} aria-hidden />
            {t("word.reading")}
          </Text>
        )}
        {read.error && <Failure error={read.error} retry={() => read.reset()} />}
        {report && (
          <>
            <FileFacts report={report} />
            <BaseChoice report={report} value={chosen} mayAdd={mayAdd} onChange={choose} />
            {edits.length > 0 && (
              <SilentReport edits={edits} language={report.language} choice={silent} onChoice={setSilent} />
            )}
            {report.comments > 0 && (
              <CommentsQuestion count={report.comments} group={group} choice={comments} onChoice={setComments} />
            )}
            {person.group === null && (
              <Select
                label={t("word.group")}
                data={conference?.groups.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` })) ?? []}
                value={group}
                onChange={setGroup}
                data-testid="word-group"
              />
            )}
            {there && <GroupsDraft draft={there} />}
            {draft.error && <Failure error={draft.error} retry={() => draft.reset()} />}
            <Group>
              <Button
                disabled={!ready}
                loading={draft.isPending}
                onClick={() =>
                  draft.mutate({
                    text: chosen === NEW_TEXT ? null : chosen,
                    silent: edits.length > 0 && silent !== null ? silent : undefined,
                    group: group ?? undefined,
                    comments,
                  })
                }
                data-testid="word-draft"
              >
                {t("word.make")}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Page>
  );
}
