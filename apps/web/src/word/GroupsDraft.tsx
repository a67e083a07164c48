import { Alert, Button, Stack } from "@mantine/core";
import type { DraftSummary } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

/** Says that the group has a draft on the text already, and leads there. */
export function GroupsDraft({ draft }: { readonly draft: DraftSummary }) {
  const { t } = useTranslation();
  const { id, number } = draft;
  return (
    <Alert color="yellow" role="status" data-testid="word-there">
      <Stack gap="sm" align="start">
        {t("word.there", { number })}
        <Button component={Link} href={`/drafts/${id}`} size="xs" variant="default">
          {t("word.openThere", { number })}
        </Button>
      </Stack>
    </Alert>
  );
}
