import { Combobox, Textarea, useCombobox } from "@mantine/core";
import type { Person } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { commandPressed } from "../../commands/commandPressed.ts";
import { type Call, callAt } from "./callAt.ts";

/** What {@link WordsBox} holds. */
export interface WordsBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Who can be called. */
  readonly people: readonly Person[];
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly autoFocus: boolean;
}

/** Where one writes a comment; after `@` the names of those who can be called are offered. Ctrl+Enter sends. */
export function WordsBox({ label, value, onChange, people, onSend, onCancel, autoFocus }: WordsBoxProps) {
  const { t } = useTranslation();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const call: Call | null = callAt(value);
  const sought = call?.sought.toLocaleLowerCase() ?? "";
  const found = call === null ? [] : people.filter(({ name }) => name.toLocaleLowerCase().includes(sought)).slice(0, 6);
  const offers = combobox.dropdownOpened && found.length > 0;

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        const name = people.find((person) => person.id === id)?.name;
        if (call && name !== undefined) onChange(`${value.slice(0, call.from)}@${name} `);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <Textarea
          label={label}
          description={t("talk.hint")}
          size="sm"
          autosize
          minRows={2}
          maxRows={8}
          maxLength={5000}
          dir="auto"
          autoFocus={autoFocus}
          value={value}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const meant = commandPressed(event.nativeEvent, ["talk.send", "talk.cancel"]);
            if (meant === null) return;
            // It ends the comment, not the sheet around it.
            event.preventDefault();
            if (meant === "talk.send") onSend();
            else if (!offers) onCancel();
          }}
          data-testid="talk-words"
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!offers}>
        <Combobox.Options aria-label={t("talk.people")}>
          {found.map(({ id, name, group }) => (
            <Combobox.Option key={id} value={id}>
              <bdi>{name}</bdi>
              {group !== null && <span className="talk-group"> · {group}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
