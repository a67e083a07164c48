import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import type { DraftEditor, DraftState } from "@plenary/editor";
import type { DraftDetail } from "@plenary/server/api";
import { IconArrowDown, IconArrowUp, IconBan, IconPlus, IconRestore, IconSection } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import { neighbours } from "./neighbours.ts";

/** What {@link ClauseMenu} acts on. */
export interface ClauseMenuProps {
  readonly draft: DraftDetail;
  readonly editor: DraftEditor;
  readonly state: DraftState;
}

/** What can be done with the clause at the caret. Moves are the server's: two at once would double a text. */
export function ClauseMenu({ draft, editor, state }: ClauseMenuProps) {
  const { t } = useTranslation();
  const clause = state.clause;
  const place = neighbours(state.current, clause);
  const published = draft.published.clauses.some(({ id }) => id === clause);
  const move = useMutation({
    mutationFn: (before: string | null) =>
      answer(
        api.drafts[":id"].commands.$post({
          param: { id: draft.id },
          json: { command: "move", clause: clause ?? "", before },
        }),
      ),
    onError: (error) => notifications.show({ color: "yellow", title: t("clause.refused"), message: error.message }),
  });
  return (
    <Menu position="bottom-end">
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
        <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={() => editor.insertClause()}>
          {t("clause.insert")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={16} aria-hidden />}
          disabled={!place?.up || move.isPending}
          onClick={() => place?.up && move.mutate(place.up.before)}
          data-testid="move-up"
        >
          {t("clause.moveUp")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={16} aria-hidden />}
          disabled={!place?.down || move.isPending}
          onClick={() => place?.down && move.mutate(place.down.before)}
          data-testid="move-down"
        >
          {t("clause.moveDown")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBan size={16} aria-hidden />}
          disabled={!place}
          onClick={() => clause !== null && editor.suppress(clause)}
          data-testid="suppress"
        >
          {t("clause.suppress")}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconRestore size={16} aria-hidden />}
          disabled={!published}
          onClick={() => clause !== null && editor.restore(clause)}
          data-testid="restore"
        >
          {t("clause.restore")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
