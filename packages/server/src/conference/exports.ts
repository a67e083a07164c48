import { readText, textRoom } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { type FileFormat, type FileView, fileKinds } from "@plenary/formats/catalogue";
import { writeFile } from "@plenary/formats/files";
import type { Typesetter } from "@plenary/typeset";
import type { Rooms } from "../rooms/rooms.ts";
import type { Draft, Drafts } from "./drafts.ts";
import type { People } from "./people.ts";
import type { Texts } from "./texts.ts";

/** A file to be handed out: its name is plain ASCII. */
interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files of drafts. */
export interface Exports {
  /**
   * The draft as it is now as a file; marked against the published edition, in the name of the group. Given up, and
   * rejected, once `signal` is aborted. Rejects with a RangeError when that kind of file has no such view.
   */
  write(draft: Draft, format: FileFormat, view: FileView, signal: AbortSignal): Promise<ExportedFile>;
}

/** What exports work on. */
export interface ExportsParts {
  readonly drafts: Drafts;
  readonly texts: Texts;
  readonly people: People;
  readonly rooms: Rooms;
  readonly typesetter: Typesetter;
}

/** Files from the rooms' own documents. */
export function createExports({ drafts, texts, people, rooms, typesetter }: ExportsParts): Exports {
  return {
    async write(draft, format, view, signal) {
      const { text: published, title } = await texts.get(draft.text);
      const group = (await people.groups()).find(({ code }) => code === draft.group);
      const date = (await drafts.updatedAt(draft.id)).toISOString();
      const current = await rooms.use(textRoom(draft.id), ({ doc }) => readText(doc, published));
      const bytes = await writeFile(compare(published, current, { ids: "trusted" }), format, view, {
        title,
        author: group?.name ?? draft.group,
        date,
        number: draft.number,
        typeset: (page) => typesetter.set(page, signal),
      });
      const { extension, type } = fileKinds[format];
      return { name: `${fileName(draft.number)}-${view}.${extension}`, type, bytes: new Uint8Array(bytes) };
    },
  };
}

function fileName(number: string): string {
  return number.replaceAll(/[^A-Za-z0-9]+/g, "-");
}
