import { readText, textRoom } from "@plenary/collab";
import { compare } from "@plenary/diff";
import { writeAkn, writeMarkedAkn } from "@plenary/formats/akn";
import { writeDocx, writeMarkedDocx } from "@plenary/formats/docx";
import { writeHtml, writeMarkedHtml } from "@plenary/formats/html";
import { writeMarkedText, writeText } from "@plenary/formats/text";
import type { Rooms } from "../rooms/rooms.ts";
import type { Draft, Drafts } from "./drafts.ts";
import type { People } from "./people.ts";
import type { Texts } from "./texts.ts";

/** A kind of file. */
type FileFormat = "docx" | "html" | "text" | "akn";

/** The text as it would stand, or with all changes marked. */
type FileView = "clean" | "marked";

/** A file to be handed out: its name is plain ASCII. */
interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files of drafts. */
export interface Exports {
  /** The draft as it is now as a file; marked against the published edition, in the name of the group. */
  write(draft: Draft, format: FileFormat, view: FileView): Promise<ExportedFile>;
}

/** What exports work on. */
export interface ExportsParts {
  readonly drafts: Drafts;
  readonly texts: Texts;
  readonly people: People;
  readonly rooms: Rooms;
}

const types: Record<FileFormat, { readonly extension: string; readonly type: string }> = {
  docx: {
    extension: "docx",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
  html: { extension: "html", type: "text/html; charset=utf-8" },
  text: { extension: "txt", type: "text/plain; charset=utf-8" },
  akn: { extension: "akn", type: "application/akn+xml" },
};

/** Files from the rooms' own documents. */
export function createExports({ drafts, texts, people, rooms }: ExportsParts): Exports {
  return {
    async write(draft, format, view) {
      const { text: published, title } = await texts.get(draft.text);
      const group = (await people.groups()).find(({ code }) => code === draft.group);
      const date = (await drafts.updatedAt(draft.id)).toISOString();
      const options = { title, author: group?.name ?? draft.group, date };
      const current = await rooms.use(textRoom(draft.id), ({ doc }) => readText(doc, published));
      const { extension, type } = types[format];
      return { name: `${fileName(draft.number)}-${view}.${extension}`, type, bytes: new Uint8Array(write()) };

      function write(): Uint8Array {
        const redline = view === "marked" ? compare(published, current, { ids: "trusted" }) : null;
        switch (format) {
          case "docx":
            return redline ? writeMarkedDocx(redline, options) : writeDocx(current, options);
          case "html":
            return encode(redline ? writeMarkedHtml(redline, options) : writeHtml(current, options));
          case "text":
            return encode(redline ? writeMarkedText(redline) : writeText(current));
          case "akn":
            return encode(
              redline ? writeMarkedAkn(redline, { ...options, number: draft.number }) : writeAkn(current, options),
            );
        }
      }
    },
  };
}

function encode(source: string): Uint8Array {
  return new TextEncoder().encode(source);
}

function fileName(number: string): string {
  return number.replaceAll(/[^A-Za-z0-9]+/g, "-");
}
