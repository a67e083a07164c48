import { Button, Menu, Text } from "@mantine/core";
import { fileFormats, hasView } from "@plenary/formats/catalogue";
import { IconDownload } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Which two texts of which draft {@link CompareExport} takes out, as the API calls them. */
export interface CompareExportProps {
  readonly draft: string;
  readonly from: string;
  readonly to: string;
}

/** What changed between two texts as a file: marked, or side by side. */
export function CompareExport({ draft, from, to }: CompareExportProps) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          data-testid="compare-export"
        >
          {t("export.title")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="export-list">
        {(["marked", "table"] as const).map((view) => (
          <div key={view}>
            <Menu.Label>{t(`export.${view}`)}</Menu.Label>
            {fileFormats
              .filter((format) => hasView(format, view))
              .map((format) => (
                <Menu.Item
                  key={format}
                  component="a"
                  download
                  href={`/api/drafts/${encodeURIComponent(draft)}/compare/export?${new URLSearchParams({ from, to, format, view })}`}
                  data-testid={`compare-export-${format}-${view}`}
                >
                  <Text size="sm">{t(`format.${format}`)}</Text>
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
