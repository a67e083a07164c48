import { Modal } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Command } from "./command.ts";
import { findCommands } from "./findCommands.ts";
import { PickList } from "./PickList.tsx";
import { useGoCommands } from "./useGoCommands.ts";
import { useKeyNames } from "./useKeyNames.ts";

/** What {@link Palette} offers. */
export interface PaletteProps {
  /** What can be done on the screen. */
  readonly commands: readonly Command[];
  /** Leaves it: to do a command, or for nothing. */
  readonly onClose: (command: Command | null) => void;
}

/** Everything that can be done here, found by its name: commands, clauses, drafts and texts. */
export function Palette({ commands, onClose }: PaletteProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState("");
  const all = [...commands, ...useGoCommands()];
  const { nameOf } = useKeyNames();
  const groups = findCommands(all, words).map((group) => ({
    title: t(`area.${group.area}`),
    items: group.commands.map(({ id, title, hint, language, keys: [first], chosen }) => {
      return { id, title, hint, language, chosen, key: first === undefined ? undefined : nameOf(first) };
    }),
  }));
  return (
    <Modal.Root
      opened
      onClose={() => onClose(null)}
      size={620}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      yOffset="8dvh"
      padding={0}
    >
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t("command.palette")} data-testid="palette">
        <PickList
          label={t("command.palette")}
          placeholder={t("command.find")}
          none={t("insert.none")}
          size="md"
          groups={groups}
          words={words}
          onWords={setWords}
          onPick={(id) => onClose(all.find((one) => one.id === id) ?? null)}
          onLeave={() => onClose(null)}
        />
      </Modal.Content>
    </Modal.Root>
  );
}
