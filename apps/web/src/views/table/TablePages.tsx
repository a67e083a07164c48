import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What {@link TablePages} shows and does; pages count from 0, `first` is the index of the first line shown. */
export interface TablePagesProps {
  readonly page: number;
  readonly last: number;
  readonly first: number;
  readonly shown: number;
  readonly number: number;
  readonly onPage: (page: number) => void;
}

/** Goes through the pages of the table; nothing where all is on one. */
export function TablePages({ page, last, first, shown, number, onPage }: TablePagesProps) {
  const { t } = useTranslation();
  if (last <= 0) return null;
  return (
    <Group component="nav" gap="sm" mt="md" justify="center" aria-label={t("table.pages")}>
      <Button
        size="xs"
        variant="default"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
        data-testid="page-before"
      >
        {t("table.before")}
      </Button>
      <Text size="sm" role="status" data-testid="page-at">
        {t("table.page", { from: first + 1, to: first + shown, number })}
      </Text>
      <Button
        size="xs"
        variant="default"
        disabled={page === last}
        onClick={() => onPage(page + 1)}
        data-testid="page-after"
      >
        {t("table.after")}
      </Button>
    </Group>
  );
}
