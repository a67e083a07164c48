import { Button, Kbd, Menu } from "@mantine/core";
import { direction } from "@plenary/document";
import { type DraftEditor, type DraftState, neighbours } from "@plenary/editor";
import type { DraftDetail } from "@plenary/server/api";
import {
  IconArrowDown,
  IconArrowMergeLeft,
  IconArrowUp,
  IconArrowsSplit2,
  IconBan,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
  IconRestore,
  IconSection,
} from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { keyNames } from "../structure/keyNames.ts";

/** What {@link ClauseMenu} acts on. */
export interface ClauseMenuProps {
  readonly draft: DraftDetail;
  readonly editor: DraftEditor;
  readonly state: DraftState;
  /** Shows the list of what can be inserted. */
  readonly onInsert: () => void;
}

/** What can be done with the clause at the caret, with the keys that do the same. */
export function ClauseMenu({ draft, editor, state, onInsert }: ClauseMenuProps) {
  const { t } = useTranslation();
  const clause = state.clause;
  const place = neighbours(state.current, clause);
  const published = draft.published.clauses.some(({ id }) => id === clause);
  const keys = keyNames(navigator.platform, direction(draft.published.language) === "rtl");
  const item = (
    id: string,
    Icon: ComponentType<{ readonly size: number; readonly "aria-hidden": boolean; readonly className?: string }>,
    title: string,
    key: string,
    does: (() => void) | null,
    mirrored = false,
  ): ReactNode => (
    <Menu.Item
      leftSection={<Icon size={16} aria-hidden {...(mirrored ? { className: "mirrored" } : {})} />}
      rightSection={
        <Kbd size="xs" dir="ltr" aria-hidden>
          {key}
        </Kbd>
      }
      disabled={!does}
      onClick={() => does?.()}
      data-testid={id}
    >
      {title}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" returnFocus={false} width={310}>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          className="bar-export"
          leftSection={<IconSection size={16} aria-hidden />}
          aria-label={t("clause.menu")}
          data-testid="clause-menu"
        >
          <span className="wide-only">{t("clause.menu")}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item("insert", IconPlus, t("clause.insert"), keys.insert, onInsert)}
        <Menu.Divider />
        {item("split", IconArrowsSplit2, t("clause.split"), keys.split, place && (() => editor.split()))}
        {item("join", IconArrowMergeLeft, t("clause.join"), keys.join, place?.up ? () => editor.join() : null, true)}
        {item("move-up", IconArrowUp, t("clause.moveUp"), keys.up, place?.up ? () => editor.move("up") : null)}
        {item(
          "move-down",
          IconArrowDown,
          t("clause.moveDown"),
          keys.down,
          place?.down ? () => editor.move("down") : null,
        )}
        {item("indent", IconIndentIncrease, t("clause.indent"), keys.inwards, place && (() => editor.indent(1)), true)}
        {item(
          "outdent",
          IconIndentDecrease,
          t("clause.outdent"),
          keys.outwards,
          place && (() => editor.indent(-1)),
          true,
        )}
        <Menu.Divider />
        {item(
          "suppress",
          IconBan,
          t("clause.suppress"),
          keys.suppress,
          place && clause ? () => editor.suppress(clause) : null,
        )}
        {item(
          "restore",
          IconRestore,
          t("clause.restore"),
          keys.restore,
          published && clause ? () => editor.restore(clause) : null,
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
