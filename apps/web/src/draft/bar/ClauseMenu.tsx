import { Button, type ButtonProps, Kbd, Menu } from "@mantine/core";
import { direction } from "@plenary/document";
import type { DraftEditor, DraftState } from "@plenary/editor";
import type { DraftDetail } from "@plenary/server/api";
import {
  IconArrowDown,
  IconArrowMergeLeft,
  IconArrowUp,
  IconArrowsSplit2,
  IconBan,
  IconColumnRemove,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
  IconRestore,
  IconRowRemove,
  IconSection,
  IconTable,
  IconTableOff,
} from "@tabler/icons-react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useCommands } from "../../commands/useCommands.ts";
import { useKeyNames } from "../../commands/useKeyNames.ts";
import { structureCommands, writingCommands } from "../structure/structureCommands.ts";

/** What {@link ClauseMenu} acts on. */
export interface ClauseMenuProps {
  readonly draft: DraftDetail;
  readonly editor: DraftEditor;
  readonly state: DraftState;
  /** Shows the list of what can be inserted. */
  readonly onInsert: () => void;
}

const icons = {
  "clause.insert": IconPlus,
  "clause.split": IconArrowsSplit2,
  "clause.join": IconArrowMergeLeft,
  "clause.moveUp": IconArrowUp,
  "clause.moveDown": IconArrowDown,
  "clause.indent": IconIndentIncrease,
  "clause.outdent": IconIndentDecrease,
  "clause.suppress": IconBan,
  "clause.restore": IconRestore,
  "clause.suppressRow": IconRowRemove,
  "clause.suppressColumn": IconColumnRemove,
  "clause.suppressTable": IconTableOff,
  "clause.restoreTable": IconTable,
};
const mirrored: readonly string[] = ["clause.join", "clause.indent", "clause.outdent"];
const afterLine: readonly string[] = ["clause.split", "clause.suppress", "clause.suppressRow"];

/** The button of the menu; disabled it keeps the menu's place until the text has arrived. */
export function ClauseButton(props: ButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconSection size={16} aria-hidden />}
      aria-label={t("clause.menu")}
      {...props}
      className="bar-export"
    >
      <span className="wide-only">{t("clause.menu")}</span>
    </Button>
  );
}

/** What can be done with the clause at the caret, with the keys that do the same. */
export function ClauseMenu({ draft, editor, state, onInsert }: ClauseMenuProps) {
  const { t } = useTranslation();
  const { published } = draft;
  const parts = { t, published, editor, state, onInsert };
  const commands = structureCommands(parts);
  const { nameOf } = useKeyNames(direction(published.language) === "rtl");
  useCommands(() => [...commands, ...writingCommands(parts)]);
  return (
    <Menu position="bottom-end" returnFocus={false} width={310}>
      <Menu.Target>
        <ClauseButton data-testid="clause-menu" />
      </Menu.Target>
      <Menu.Dropdown>
        {commands.map(({ id, title, keys: [key], run }) => {
          const Icon = Object.entries(icons).find(([name]) => name === id)?.[1] ?? IconSection;
          return (
            <Fragment key={id}>
              {afterLine.includes(id) && <Menu.Divider />}
              <Menu.Item
                leftSection={<Icon size={16} aria-hidden className={mirrored.includes(id) ? "mirrored" : ""} />}
                rightSection={
                  key !== undefined && (
                    <Kbd size="xs" dir="ltr" aria-hidden>
                      {nameOf(key)}
                    </Kbd>
                  )
                }
                disabled={!run}
                onClick={() => run?.()}
                data-testid={id}
              >
                {title}
              </Menu.Item>
            </Fragment>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
