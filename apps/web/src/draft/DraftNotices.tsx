import { Alert, Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";

/** What {@link DraftNotices} tells of: what the person may do now, and whether the server refused for good. */
export interface DraftNoticesProps {
  readonly mayWrite: boolean;
  readonly refused: boolean;
}

/** What happened to a draft that is open, in sight wherever one reads: rights that changed, or that it was closed. */
export function DraftNotices({ mayWrite, refused }: DraftNoticesProps) {
  const { t } = useTranslation();
  const [couldWrite, setCouldWrite] = useState(mayWrite);
  return (
    <div className="notices">
      {mayWrite !== couldWrite && (
        <Alert
          color="blue"
          role="status"
          title={t("rights.title")}
          withCloseButton
          closeButtonLabel={t("panel.close")}
          onClose={() => setCouldWrite(mayWrite)}
          data-testid="rights"
        >
          {t(mayWrite ? "rights.raised" : "rights.lowered")}
        </Alert>
      )}
      {refused && (
        <Alert color="yellow" title={t("refused.title")} data-testid="refused">
          <Stack align="flex-start" gap="sm">
            {t("refused.text")}
            <Button component={Link} href="/" size="xs" variant="default">
              {t("drafts.title")}
            </Button>
          </Stack>
        </Alert>
      )}
    </div>
  );
}
