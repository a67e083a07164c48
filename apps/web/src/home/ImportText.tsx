import { Alert, List, Loader, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { textsQuery } from "../api/queries.ts";
import { FileDrop } from "../frame/FileDrop.tsx";
import { type Unread, addToLibrary } from "./addToLibrary.ts";

/** What has become of a file so far. */
type Progress =
  | { readonly state: "waiting" | "reading" }
  | { readonly state: "added"; readonly unread: Unread }
  | { readonly state: "failed"; readonly message: string };

interface Given {
  readonly name: string;
  readonly progress: Progress;
}

/** Takes text, Word and Akoma Ntoso files, chosen or dropped, into the library one after the other, and says of each what became of it. */
export function ImportText() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [busy, setBusy] = useState(false);

  const take = async (files: readonly File[]): Promise<void> => {
    setBusy(true);
    setGiven(files.map(({ name }) => ({ name, progress: { state: "waiting" } })));
    const note = (at: number, progress: Progress): void =>
      setGiven((all) => all.map((one, i) => (i === at ? { ...one, progress } : one)));
    for (const [at, file] of files.entries()) {
      note(at, { state: "reading" });
      try {
        note(at, { state: "added", unread: await addToLibrary(file, t) });
      } catch (error) {
        note(at, { state: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    }
    setBusy(false);
    await queries.invalidateQueries({ queryKey: textsQuery.queryKey });
  };

  return (
    <FileDrop
      hint={t("import.hint")}
      button={t("import.choose")}
      accept=".docx,.txt,.md,.xml,.akn"
      multiple
      busy={busy}
      onFiles={(files) => void take(files)}
    >
      <Stack gap="xs" role="status">
        {given.map((one, at) => (
          <FileProgress key={`${at} ${one.name}`} {...one} />
        ))}
      </Stack>
    </FileDrop>
  );
}

function FileProgress({ name, progress }: Given) {
  const { t } = useTranslation();
  switch (progress.state) {
    case "waiting":
    case "reading":
      return (
        <Text size="sm" c="dimmed">
          {progress.state === "reading" && <Loader size={12} me={8} aria-hidden />}
          <bdi>{name}</bdi> · {t(progress.state === "reading" ? "import.reading" : "import.waiting")}
        </Text>
      );
    case "failed":
      return (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={<bdi>{name}</bdi>}>
          <Text size="sm">{progress.message}</Text>
        </Alert>
      );
    case "added":
      return (
        <Alert color="green" icon={<IconCheck aria-hidden />} title={<bdi>{name}</bdi>}>
          <Text size="sm">{t("import.done")}</Text>
          {progress.unread.length > 0 && (
            <List size="sm">
              {progress.unread.map((message) => (
                <List.Item key={message}>
                  <bdi>{message}</bdi>
                </List.Item>
              ))}
            </List>
          )}
        </Alert>
      );
  }
}
