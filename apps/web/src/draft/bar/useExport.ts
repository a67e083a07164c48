import { notifications } from "@mantine/notifications";
import type { AuthorNames, FileFormat, FileView } from "@plenary/formats/catalogue";
import type { CommentChoice } from "@plenary/server/api";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { refuse } from "../../api/refusal.ts";
import { saveFile } from "../../frame/saveFile.ts";

/** Which comments go along in a Word file of the text. */
export const commentChoices = ["none", "open", "internal"] as const satisfies readonly CommentChoice[];

/** What a file says beside the text: who made the changes, and which comments go along. */
export interface Said {
  readonly authors: AuthorNames;
  readonly comments: CommentChoice;
}

/** Making a file of a draft and saving it in the browser; one at a time. */
export interface DraftExport {
  /** Whether a file is being made. */
  readonly busy: boolean;
  readonly save: (format: FileFormat, view: FileView, said: Said) => Promise<void>;
  /** Gives up the file that is being made. */
  readonly cancel: () => void;
}

/** Exports of a draft; what goes wrong is shown. A file still being made is given up when the page is left. */
export function useExport(draft: string): DraftExport {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const control = useRef<AbortController | null>(null);
  useEffect(() => () => control.current?.abort(), []);
  return {
    busy,
    cancel: () => control.current?.abort(),
    async save(format, view, said) {
      const own = new AbortController();
      control.current = own;
      setBusy(true);
      const comments = format === "docx" && view !== "table" ? said.comments : "none";
      try {
        const { name, blob } = await fetchFile(draft, { format, view, ...said, comments }, own.signal);
        saveFile(name, blob);
      } catch (error) {
        if (!own.signal.aborted) {
          const message =
            error instanceof TypeError ? t("failure.unreachable.text") : String(Reflect.get(Object(error), "message"));
          notifications.show({ color: "yellow", title: t("export.failed"), message });
        }
      } finally {
        setBusy(false);
      }
    },
  };
}

async function fetchFile(
  draft: string,
  asked: Said & { readonly format: FileFormat; readonly view: FileView },
  signal: AbortSignal,
): Promise<{ name: string; blob: Blob }> {
  const query = new URLSearchParams({ ...asked });
  const response = await fetch(`/api/drafts/${encodeURIComponent(draft)}/export?${query}`, { signal });
  if (!response.ok) throw await refuse(response);
  const name =
    /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ??
    `${asked.format}-${asked.view}`;
  return { name, blob: await response.blob() };
}
