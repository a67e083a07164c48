import type { TFunction } from "i18next";
import { api } from "../api/client.ts";
import { answer } from "../api/refusal.ts";
import { decodeText } from "./decodeText.ts";

/** What of a file the base text does not hold, in the server's words; empty when it was read whole. */
export type Unread = readonly string[];

/** Adds a text, Word or Akoma Ntoso file to the library. Throws an error that says what to do when it can't be read. */
export async function addToLibrary(file: File, t: TFunction): Promise<Unread> {
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase();
  if (ending === "docx") {
    const added = await answer(api.texts.word.$post({ query: { name: file.name } }, { init: { body: file } }));
    const left = added.tracked > 0 ? [t("import.tracked", { number: added.tracked })] : [];
    return [...left, ...added.notes.map(({ kind }) => t(`note.${kind}`))];
  }
  if (ending === "pdf" || ending === "doc") throw new Error(t(ending === "pdf" ? "import.pdf" : "import.doc"));
  if (!["txt", "md", "xml", "akn"].includes(ending ?? "")) throw new Error(t("import.unknown"));
  const source = decodeText(await file.bytes());
  if (source === null) throw new Error(t("import.encoding"));
  const { notes } = await answer(api.texts.$post({ json: { name: file.name, source } }));
  return notes.filter(({ kind }) => kind === "unread").map(({ message }) => message);
}
