import { ActionIcon, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import { VersionForm } from "./VersionForm.tsx";

/** What {@link RenameVersion} gives another name. */
export interface RenameVersionProps {
  readonly draft: string;
  /** The version's id. */
  readonly version: string;
  /** The name that it has now. */
  readonly name: string;
}

/** Gives a named version another name; what it holds, its place and who named it stay. */
export function RenameVersion({ draft, version, name }: RenameVersionProps) {
  const { t } = useTranslation();
  const [open, toggle] = useDisclosure(false);
  const label = t("version.rename", { name });
  return (
    <Popover opened={open} onChange={toggle.close} onDismiss={toggle.close} trapFocus returnFocus position="bottom">
      <Popover.Target>
        <ActionIcon
          size={22}
          variant="subtle"
          color="gray"
          aria-label={label}
          title={label}
          onClick={toggle.toggle}
          data-testid="rename-version"
        >
          <IconPencil size={13} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <VersionForm
          draft={draft}
          given={name}
          onSave={(wanted) =>
            answer(
              api.drafts[":id"].versions[":version"].$put({ param: { id: draft, version }, json: { name: wanted } }),
            )
          }
          onSaved={(wanted) => {
            toggle.close();
            if (wanted !== name) notifications.show({ message: t("version.renamed", { name: wanted }) });
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
