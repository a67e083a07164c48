import { notifications } from "@mantine/notifications";
import type { StructureHost } from "@plenary/editor";
import type { TFunction } from "i18next";
import { api } from "../../api/client.ts";
import { answer } from "../../api/refusal.ts";
import type { DraftConnection } from "../../live/connectDraft.ts";

/** What the paper's structure commands work with. */
export interface StructureHostOptions {
  readonly connection: DraftConnection;
  readonly draft: string;
  readonly t: TFunction;
  readonly onInsert: () => void;
}

/** The page's side of the structure commands: the server carries them out, and refusals are shown. */
export function structureHost({ connection, draft, t, onInsert }: StructureHostOptions): StructureHost {
  return {
    async run(command) {
      try {
        // The server places a command by the words that it knows.
        await connection.saved();
        const { made } = await answer(api.drafts[":id"].commands.$post({ param: { id: draft }, json: command }));
        return made;
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        notifications.show({ color: "yellow", title: t("clause.refused"), message });
        throw error;
      }
    },
    onInsert,
    onEdge: (edge) =>
      notifications.show({
        id: "edge",
        title: t("clause.edge"),
        message: edge === "start" ? t("clause.edgeStart") : t("clause.edgeEnd"),
      }),
    onPasteRefused: () =>
      notifications.show({ id: "paste", color: "yellow", title: t("paste.refused"), message: t("paste.refusedWhy") }),
  };
}
