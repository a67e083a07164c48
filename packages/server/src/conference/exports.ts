import { readText, textRoom } from "@plenary/collab";
import { type Redline, compare } from "@plenary/diff";
import { type AuthorNames, type FileFormat, type FileView, fileKinds } from "@plenary/formats/catalogue";
import { writeFile } from "@plenary/formats/files";
import type { Proposal } from "@plenary/formats/frame";
import type { Typesetter } from "@plenary/typeset";
import type { Authors } from "../ledger/authors.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { Threads } from "../talk/threads.ts";
import type { Draft, Drafts } from "./drafts.ts";
import type { People, Person } from "./people.ts";
import { type CommentChoice, threadComments } from "../word/threadComments.ts";
import type { WordReader } from "../word/wordReader.ts";
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
   * The draft as it is now as a file for that person; marked against the published edition, in the name of the group, and
   * of the persons if `authors` says so. A Word file is written into the one that the draft or its base came from, with
   * the threads that `comments` asks for and the person may read. Given up, and rejected, once `signal` is aborted. Rejects with a RangeError when that kind of
   * file has no such view.
   */
  write(
    person: Person,
    draft: Draft,
    asked: {
      readonly format: FileFormat;
      readonly view: FileView;
      readonly authors: AuthorNames;
      readonly comments: CommentChoice;
    },
    signal: AbortSignal,
  ): Promise<ExportedFile>;
  /** What changed between any two texts of the draft, signed by its group. Otherwise as {@link Exports.write}. */
  compared(
    draft: Draft,
    redline: Redline,
    asked: { readonly format: FileFormat; readonly view: FileView },
    signal: AbortSignal,
  ): Promise<ExportedFile>;
}

/** What exports work on. */
export interface ExportsParts {
  readonly drafts: Drafts;
  readonly authors: Authors;
  readonly texts: Texts;
  /** The name of the conference. */
  readonly meeting: () => Promise<string>;
  readonly people: People;
  readonly rooms: Rooms;
  readonly threads: Pick<Threads, "of">;
  readonly typesetter: Typesetter;
  readonly reader: Pick<WordReader, "writeInto">;
}

/** Files from the rooms' own documents. */
export function createExports(parts: ExportsParts): Exports {
  const { drafts, authors, texts, meeting, people, rooms, threads, typesetter, reader } = parts;

  async function head(draft: Draft) {
    const { text: published, title, number: about } = await texts.get(draft.text);
    const groups = await people.groups();
    const group = groups.find(({ code }) => code === draft.group) ?? { code: draft.group, name: draft.group };
    return { published, title, about, group, date: (await drafts.updatedAt(draft.id)).toISOString() };
  }

  return {
    async write(person, draft, { format, view, authors: names, comments }, signal) {
      const { published, title, about, group, date } = await head(draft);
      const talk = comments === "none" ? [] : (await threads.of(person, draft.id)).threads;
      const asked = talk.filter(({ audience }) => audience === null || comments === "internal");
      const {
        redline,
        signing,
        said: commented,
      } = await rooms.use(textRoom(draft.id), async ({ doc, ledger: led }) => {
        const ledger = await led();
        const made = compare(published, readText(doc, published), { ids: "trusted" });
        const said = view === "table" ? [] : threadComments(asked, { doc, redline: made, view, names });
        return { redline: made, signing: await authors.signing(group, names, ledger, made), said };
      });
      // Akoma Ntoso says whose proposal it is, not who made its changes.
      const said = { title, author: names === "none" && format !== "akn" ? "" : group.name, date };
      const proposal: Proposal = {
        number: draft.number,
        meeting: await meeting(),
        source: names === "none" ? null : group.name,
        about: [about, title],
      };
      const source = format === "docx" ? await drafts.source(draft) : null;
      const bytes =
        source && view !== "table"
          ? await reader.writeInto(source.bytes, {
              ...said,
              proposal,
              redline,
              view,
              authors: names,
              signers: new Map(redline.changes.map((change) => [change, signing.authorOf(change)])),
              own: source.own,
              comments: commented,
            })
          : await writeFile(redline, format, view, {
              ...said,
              ...signing,
              comments: commented,
              proposal,
              typeset: (page) => typesetter.set(page, signal),
            });
      return fileOf(draft, format, view, bytes);
    },
    async compared(draft, redline, { format, view }, signal) {
      const { title, group, date } = await head(draft);
      const bytes = await writeFile(redline, format, view, {
        title,
        author: group.name,
        date,
        typeset: (page) => typesetter.set(page, signal),
      });
      return fileOf(draft, format, `compared-${view}`, bytes);
    },
  };
}

function fileOf({ number }: Draft, format: FileFormat, what: string, bytes: Uint8Array): ExportedFile {
  const { extension, type } = fileKinds[format];
  return { name: `${fileName(number)}-${what}.${extension}`, type, bytes: new Uint8Array(bytes) };
}

function fileName(number: string): string {
  return number.replaceAll(/[^A-Za-z0-9]+/g, "-");
}
