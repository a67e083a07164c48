import { Alert, Button, FileButton, Group, List, Stack, Text } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import { textsQuery } from "../api/queries.ts";
import { answer } from "../api/refusal.ts";
import { decodeText } from "./decodeText.ts";
import { Failure } from "../frame/Failure.tsx";

/** Takes a plain-text or Akoma Ntoso file, chosen or dropped, into the library and shows what could not be read. */
export function ImportText() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [over, setOver] = useState(false);
  const add = useMutation({
    mutationFn: async (file: File) => {
      const source = decodeText(await file.bytes());
      if (source === null) throw new Error(t("import.encoding"));
      return answer(api.texts.$post({ json: { name: file.name, source } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: textsQuery.queryKey }),
  });
  const unread = add.data?.notes.filter(({ kind }) => kind === "unread") ?? [];
  const take = (file: File | null | undefined): void => {
    if (file) add.mutate(file);
  };
  return (
    <Stack
      gap="sm"
      className="drop"
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("import.hint")}
        </Text>
        <FileButton onChange={take} accept=".txt,.md,.xml,.akn,text/plain,text/markdown,text/xml,application/xml">
          {(props) => (
            <Button
              {...props}
              size="xs"
              variant="default"
              loading={add.isPending}
              leftSection={<IconFileImport size={16} aria-hidden />}
            >
              {t("import.choose")}
            </Button>
          )}
        </FileButton>
      </Group>
      {add.error && <Failure error={add.error} retry={() => add.reset()} />}
      {add.data && (
        <Alert color={unread.length > 0 ? "yellow" : "green"} title={t("import.done")} role="status">
          {unread.length === 0 ? (
            t("import.clean")
          ) : (
            <List size="sm">
              {unread.map((note) => (
                <List.Item key={JSON.stringify(note)}>
                  <bdi>{note.message}</bdi>
                </List.Item>
              ))}
            </List>
          )}
        </Alert>
      )}
    </Stack>
  );
}
