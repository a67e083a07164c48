import { Button, Menu, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

const formats = ["docx", "html", "text", "akn"] as const;
const views = ["marked", "clean"] as const;

/** Taking the draft out: each format with what it is for, marked-up or clean. */
export function ExportMenu({ draft }: { readonly draft: string }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          className="bar-export"
          aria-label={t("export.title")}
          data-testid="export"
        >
          <span className="wide-only">{t("export.title")}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.map((view) => (
          <Fragment key={view}>
            <Menu.Label>{t(`export.${view}`)}</Menu.Label>
            {formats.map((format) => (
              <Menu.Item
                key={format}
                component="a"
                href={`/api/drafts/${encodeURIComponent(draft)}/export?format=${format}&view=${view}`}
                download
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
  );
}
