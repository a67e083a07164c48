import { type FileFormat, type FileView, fileFormats, fileViews, hasView } from "@plenary/formats/catalogue";
import type { TFunction } from "i18next";
import type { Command } from "../../commands/command.ts";
import type { MessageKey } from "../../commands/commandTable.ts";

/** Making one kind of file, in one view. */
export interface ExportCommand {
  readonly format: FileFormat;
  readonly view: FileView;
  /** What the file is for. */
  readonly purpose: string;
  readonly command: Command;
}

/** Every file that can be made of a draft, view by view; `save` is null while one is being made. */
export function exportCommands(
  t: TFunction,
  save: ((format: FileFormat, view: FileView) => void) | null,
): readonly ExportCommand[] {
  return fileViews.flatMap((view) =>
    fileFormats.flatMap((format): ExportCommand[] => {
      const said = `format.${format}.${view}` as const;
      if (!isPurpose(said, format, view)) return [];
      const purpose = t(said);
      const title = t("command.export", { format: t(`format.${format}`), view: t(`export.${view}`) });
      const run = save && (() => save(format, view));
      const id = `export-${format}-${view}`;
      return [{ format, view, purpose, command: { id, area: "export", title, hint: purpose, keys: [], run } }];
    }),
  );
}

type Said = `format.${FileFormat}.${FileView}`;

/** Whether there is such a file, and with it the message that says what it is for. */
function isPurpose(_said: Said, format: FileFormat, view: FileView): _said is Extract<Said, MessageKey> {
  return hasView(format, view);
}
