import { Alert, Anchor } from "@mantine/core";
import type { DraftSummary } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

/** Says that the group has a draft on the text already, and leads there. */
export function GroupsDraft({ draft }: { readonly draft: DraftSummary }) {
  const { t } = useTranslation();
  const { id, number } = draft;
  return (
    <Alert color="yellow" role="status" data-testid="word-there">
      {t("word.there", { number })}{" "}
      <Anchor component={Link} href={`/drafts/${id}`} size="sm">
        {t("word.openThere", { number })}
      </Anchor>
    </Alert>
  );
}
