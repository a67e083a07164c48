import { List, Stack, Text, Title } from "@mantine/core";
import type { WordReport } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { languageNames } from "../frame/messages.ts";

/** What a Word file holds: its text, how much it tracks and who did it, and what is left out. */
export function FileFacts({ report }: { readonly report: WordReport }) {
  const { t } = useTranslation();
  const { number, title, language, clauses, tracked, authors, notes } = report;
  return (
    <Stack component="section" gap={6} aria-labelledby="word-file">
      <Title order={2} size="h4" id="word-file">
        {t("word.file")}
      </Title>
      <Text size="sm" fw={600} lang={language}>
        <bdi>{number}</bdi>
      </Text>
      <Text size="sm" lang={language}>
        <bdi>{title}</bdi>
      </Text>
      <Text size="xs" c="dimmed">
        <bdi>{languageNames[language]}</bdi> · {t("library.clauses", { count: clauses })}
      </Text>
      <Text size="sm">{tracked === 0 ? t("word.clean") : t("word.tracked", { number: tracked })}</Text>
      {authors.length > 0 && (
        <List size="sm" data-testid="word-authors">
          {authors.map(({ name, changes }) => (
            <List.Item key={name}>
              <bdi>{name === "" ? t("author.unknown") : name}</bdi> · {changes}
            </List.Item>
          ))}
        </List>
      )}
      {notes.length > 0 && (
        <List size="sm" c="dimmed">
          {notes.map(({ kind }) => (
            <List.Item key={kind}>{t(`note.${kind}`)}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
