import { Button, Loader, Menu, Text, VisuallyHidden } from "@mantine/core";
import { type AuthorNames, authorNames, fileFormats, fileViews, hasView } from "@plenary/formats/catalogue";
import { IconDownload } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { useExport } from "./useExport.ts";

/**
 * Taking the draft out: each kind of file with what it is for, by view. While a file is being made the button shows it
 * and cancels. Who signs the changes, and whether a Word file's comments go along, is asked there.
 */
export function ExportMenu({ draft, fromWord }: { readonly draft: string; readonly fromWord: boolean }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [authors, setAuthors] = useState<AuthorNames>("group");
  const [comments, setComments] = useState(false);
  const { busy, save, cancel } = useExport(draft);
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
          {fromWord && (
            <Menu.CheckboxItem checked={comments} onChange={setComments} data-testid="export-comments">
              <Text size="sm">{t("export.comments")}</Text>
              <Text size="xs" c="dimmed">
                {t("export.comments.hint")}
              </Text>
            </Menu.CheckboxItem>
          )}
          <Menu.Divider />
          {fileViews.map((view) => (
            <Fragment key={view}>
              <Menu.Label>{t(`export.${view}`)}</Menu.Label>
              {fileFormats
                .filter((format) => hasView(format, view))
                .map((format) => (
                  <Menu.Item
                    key={format}
                    onClick={() => void save(format, view, { authors, comments: comments ? "yes" : "no" })}
                    data-testid={`export-${format}-${view}`}
                  >
                    <Text size="sm">{t(`format.${format}`)}</Text>
                    <Text size="xs" c="dimmed">
                      {t(`format.${format}.${view}`)}
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
