import { Button, Kbd, Menu, Text } from "@mantine/core";
import {
  IconArrowsDiff,
  IconColumns2,
  IconHistory,
  IconLayoutGrid,
  IconPresentation,
  IconTable,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useTranslation } from "react-i18next";
import { commandTable } from "../../commands/commandTable.ts";
import { useKeyNames } from "../../commands/useKeyNames.ts";
import { type DraftViewName, type OtherView, isPaper, otherViews } from "../../views/draftViews.ts";

/** What {@link ViewMenu} shows and does. */
export interface ViewMenuProps {
  readonly view: DraftViewName;
  readonly onView: (view: DraftViewName) => void;
}

const icons: Readonly<Record<OtherView, ComponentType<{ readonly size: number; readonly "aria-hidden": boolean }>>> = {
  sides: IconColumns2,
  compare: IconArrowsDiff,
  history: IconHistory,
  table: IconTable,
  projector: IconPresentation,
};

/** The other ways to look at the draft, each with what it is for and its key. */
export function ViewMenu({ view, onView }: ViewMenuProps) {
  const { t } = useTranslation();
  const { nameOf } = useKeyNames();
  const label = isPaper(view) ? t("view.menu") : t(`view.${view}`);
  return (
    <Menu position="bottom" width={330}>
      <Menu.Target>
        <Button
          size="xs"
          variant={isPaper(view) ? "default" : "light"}
          leftSection={<IconLayoutGrid size={16} aria-hidden />}
          className="bar-export"
          aria-label={label}
          data-testid="views"
        >
          <span className="wide-only">{label}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {otherViews.map((name) => {
          const Icon = icons[name];
          return (
            <Menu.Item
              key={name}
              leftSection={<Icon size={18} aria-hidden />}
              rightSection={<Kbd size="xs">{nameOf(commandTable[`view.${name}`].keys[0] ?? "")}</Kbd>}
              aria-current={name === view ? "page" : undefined}
              onClick={() => onView(name)}
              data-testid={`view-${name}`}
            >
              <Text size="sm">{t(`view.${name}`)}</Text>
              <Text size="xs" c="dimmed">
                {t(`view.${name}.hint`)}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
