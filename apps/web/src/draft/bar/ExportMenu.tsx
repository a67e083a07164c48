import { Button, Loader, Menu, Text, VisuallyHidden } from "@mantine/core";
import { type AuthorNames, authorNames, fileViews } from "@plenary/formats/catalogue";
import type { CommentChoice } from "@plenary/server/api";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../commands/useCommands.ts";
import { talkQuery } from "../../talk/talkQueries.ts";
import { exportCommands } from "./exportCommands.ts";
import { commentChoices, useExport } from "./useExport.ts";

/**
 * Taking the draft out: each kind of file with what it is for, by view. While a file is being made the button shows it
 * and cancels. Who signs the changes, and which comments go along in a Word file, is asked there.
 */
export function ExportMenu({ draft }: { readonly draft: string }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [authors, setAuthors] = useState<AuthorNames>("group");
  const [comments, setComments] = useState<CommentChoice>("none");
  const { data: talk } = useQuery(talkQuery(draft));
  const { busy, save, cancel } = useExport(draft);
  const files = exportCommands(t, busy ? null : (format, view) => void save(format, view, { authors, comments }));
  useCommands(() => files.map((file) => file.command));
  const label = t(busy ? "export.cancel" : "export.title");
  return (
    <>
      <VisuallyHidden role="status">{busy ? t("export.busy") : ""}</VisuallyHidden>
      <Menu position="bottom-end" width={340} opened={opened && !busy} onChange={(open) => setOpened(open && !busy)}>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={busy ? <Loader size={14} aria-hidden /> : <IconDownload size={16} aria-hidden />}
            className="bar-export"
            aria-label={label}
            data-testid="export"
            data-busy={busy}
            {...(busy && { onClick: cancel })}
          >
            <span className="wide-only">{label}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="export-list">
          <Menu.Label>{t("export.authors")}</Menu.Label>
          <Menu.RadioGroup value={authors}>
            {authorNames.map((value) => (
              <Menu.RadioItem
                key={value}
                value={value}
                onChange={() => setAuthors(value)}
                data-testid={`export-authors-${value}`}
              >
                {t(`export.authors.${value}`)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Label>{t("export.comments")}</Menu.Label>
          <Menu.RadioGroup value={comments}>
            {commentChoices
              .filter((value) => value !== "internal" || typeof talk?.group === "string")
              .map((value) => (
                <Menu.RadioItem
                  key={value}
                  value={value}
                  onChange={() => setComments(value)}
                  data-testid={`export-comments-${value}`}
                >
                  {t(`export.comments.${value}`, { group: talk?.group ?? "" })}
                </Menu.RadioItem>
              ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          {fileViews.map((view) => (
            <Fragment key={view}>
              <Menu.Label>{t(`export.${view}`)}</Menu.Label>
              {files
                .filter((file) => file.view === view)
                .map(({ format, purpose, command: { id, run } }) => (
                  <Menu.Item key={id} onClick={() => run?.()} data-testid={id}>
                    <Text size="sm">{t(`format.${format}`)}</Text>
                    <Text size="xs" c="dimmed">
                      {purpose}
                    </Text>
                  </Menu.Item>
                ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
