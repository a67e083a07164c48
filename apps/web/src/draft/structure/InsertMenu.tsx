import { Paper, TextInput } from "@mantine/core";
import { useClickOutside } from "@mantine/hooks";
import type { DraftEditor, DraftState } from "@plenary/editor";
import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import "./insertMenu.css";
import { type InsertItem, insertItems, isTablePart } from "./insertItems.ts";

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
  const list = useId();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const [inTable] = useState(
    () => !state.current.clauses.some(({ id }) => id === state.clause) && state.clause !== null,
  );
  const items = useMemo(() => insertItems(i18n, inTable, words), [i18n, inTable, words]);
  const chosen = items[Math.min(at, items.length - 1)];
  const [place] = useState(() => placeOf(editor));
  const box = useClickOutside<HTMLDivElement>(onClose);

  const leave = (): void => {
    onClose();
    editor.focus();
  };
  const insert = ({ id }: InsertItem): void => {
    onClose();
    if (isTablePart(id)) editor.insertPart(id);
    else editor.insert(id);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = items.length - 1;
    const steps: Record<string, number> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: last,
      PageUp: 0,
    };
    const next = steps[event.key];
    if (next !== undefined) setAt(Math.max(0, next));
    else if (event.key === "Enter" && chosen) insert(chosen);
    else if (event.key === "Escape" || event.key === "Tab" || (event.key === "Backspace" && words === "")) leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

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
      <TextInput
        size="xs"
        autoFocus
        value={words}
        placeholder={t("insert.find")}
        aria-label={t("insert.title")}
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={list}
        aria-activedescendant={chosen ? `${list}-${chosen.id}` : undefined}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <ul id={list} role="listbox" aria-label={t("insert.title")}>
        {items.map((item) => (
          <li
            key={item.id}
            id={`${list}-${item.id}`}
            ref={item === chosen ? intoView : null}
            role="option"
            aria-selected={item === chosen}
            data-testid={`insert-${item.id}`}
            onPointerMove={() => setAt(items.indexOf(item))}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => insert(item)}
          >
            {item.title}
          </li>
        ))}
      </ul>
      <p role="status" className="insert-none">
        {items.length === 0 ? t("insert.none") : ""}
      </p>
    </Paper>
  );
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
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
