import { Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconBookmark } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import { VersionForm } from "./VersionForm.tsx";

/** Names the draft's text as it is now, so that it is found again. */
export function NameVersion({ draft }: { readonly draft: string }) {
  const { t } = useTranslation();
  const [open, toggle] = useDisclosure(false);
  return (
    <Popover opened={open} onChange={toggle.close} onDismiss={toggle.close} trapFocus returnFocus position="bottom-end">
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={toggle.toggle}
          data-testid="name-version"
        >
          {t("version.name")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <VersionForm
          draft={draft}
          given=""
          hint={t("version.hint")}
          onSave={(name) => answer(api.drafts[":id"].versions.$post({ param: { id: draft }, json: { name } }))}
          onSaved={(name) => {
            toggle.close();
            notifications.show({ message: t("version.named", { name }) });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
