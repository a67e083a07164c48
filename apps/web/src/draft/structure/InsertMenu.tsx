import { Paper } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import type { DraftEditor, DraftState } from "@plenary/editor";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { PickList } from "../../commands/PickList.tsx";
import "./insertMenu.css";
import { insertItems, isInTable, isTablePart } from "./insertItems.ts";

/** What {@link InsertMenu} acts on. */
export interface InsertMenuProps {
  readonly editor: DraftEditor;
  readonly state: DraftState;
  readonly onClose: () => void;
}

const height = 340;
const width = 260;

/** The list of what can be inserted, at the caret: type to narrow it, arrows to choose, Enter to insert. */
export function InsertMenu({ editor, state, onClose }: InsertMenuProps) {
  const { t, i18n } = useTranslation();
  const [words, setWords] = useState("");
  const [inTable] = useState(() => isInTable(state));
  const items = useMemo(() => insertItems(i18n, inTable, words), [i18n, inTable, words]);
  const [place] = useState(() => placeOf(editor));
  const box = useClickOutside<HTMLDivElement>(onClose);
  return (
    <Paper
      ref={box}
      role="dialog"
      aria-label={t("insert.title")}
      className="insert-menu"
      shadow="md"
      withBorder
      style={place}
      data-testid="insert-menu"
    >
      <PickList
        label={t("insert.title")}
        placeholder={t("insert.find")}
        none={t("insert.none")}
        size="xs"
        groups={[{ title: "", items }]}
        words={words}
        onWords={setWords}
        onPick={(picked) => {
          onClose();
          const id = items.find((item) => item.id === picked)?.id;
          if (id === undefined) return;
          if (isTablePart(id)) editor.insertPart(id);
          else editor.insert(id);
        }}
        onLeave={() => {
          onClose();
          editor.focus();
        }}
      />
    </Paper>
  );
}

/** Below the caret, above it where there is no room, and always inside the window. */
function placeOf(editor: DraftEditor): { readonly left: number; readonly top: number } {
  const { left, top, bottom } = editor.caretBox();
  const rtl = document.documentElement.dir === "rtl";
  const start = rtl ? left - width : left;
  const below = bottom + 4 + height < innerHeight;
  return {
    left: Math.max(8, Math.min(start, innerWidth - width - 8)),
    top: below ? bottom + 4 : Math.max(8, top - height - 4),
  };
}
