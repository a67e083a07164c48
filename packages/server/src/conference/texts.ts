import type { Language, Text } from "@plenary/document";
import { parseText } from "@plenary/document";
import { AknError, readAkn } from "@plenary/formats/akn";
import type { WordNote } from "@plenary/formats/docx";
import { readText } from "@plenary/formats/text";
import { problem } from "../http/problem.ts";
import type { Tables } from "../store/database.ts";
import type { Statement } from "../store/logStore.ts";
import type { Store } from "../store/store.ts";
import type { WordReader } from "../word/wordReader.ts";
import { headOf } from "./textHead.ts";

/** A base text as the library lists it; `clauses` is how many it has. */
export interface TextSummary {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly language: Language;
  readonly edition: string;
  readonly clauses: number;
}

/** A base text with its content. */
export interface TextDetail extends TextSummary {
  readonly text: Text;
}

/** The texts that were added, in the order of the file, and what was mended (other kinds) or could not be read. */
interface Added {
  readonly ids: readonly string[];
  readonly notes: readonly { readonly kind: string; readonly message: string }[];
}

/** The library of base texts, which never change. */
export interface Texts {
  /** All base texts, the oldest first. */
  list(): Promise<TextSummary[]>;
  /** The base text with that id; refused with 404 when there is none. */
  get(id: string): Promise<TextDetail>;
  /**
   * Reads the texts of a file into the library: all of them or none, in one transaction with what is kept `alongside`;
   * the notes say what could not be read.
   */
  add(
    file: { readonly name: string; readonly source: string },
    alongside: (added: Added) => Statement[],
  ): Promise<Added>;
  /**
   * Reads a Word file into the library and keeps the file itself beside it. Tracked changes are not part of an edition:
   * the text as it was before them is taken. The notes say what it does not hold.
   */
  addWord(
    file: { readonly name: string; readonly bytes: Uint8Array },
    alongside: (added: AddedWord) => Statement[],
  ): Promise<AddedWord>;
}

/** A Word file that became an edition; `tracked` is how many changes it tracked, which were left out. */
export interface AddedWord {
  readonly id: string;
  readonly notes: readonly WordNote[];
  readonly tracked: number;
}

/** What the library works on. */
export interface TextsParts {
  readonly store: Pick<Store, "db" | "commit">;
  readonly reader: Pick<WordReader, "read">;
  readonly clock: () => Date;
  readonly ids: () => string;
}

/** How many texts of one file are added, in one statement of the database. */
const most = 500;

/** The row of a base text that was added as the `place`th of several. */
export function textRow(given: Omit<TextDetail, "clauses" | "language">, at: Date, place: number): Tables["base_text"] {
  const { id, number, title, edition, text } = given;
  const { language, clauses } = text;
  const body = JSON.stringify(text);
  return { id, number, title, language, edition, clauses: clauses.length, body, created_at: at.getTime(), place };
}

/** The library in the database. */
export function createTexts({ store, reader, clock, ids }: TextsParts): Texts {
  const { db } = store;
  const summaries = db.selectFrom("base_text").select(["id", "title", "number", "language", "edition", "clauses"]);
  return {
    list: () => summaries.orderBy("created_at").orderBy("place").execute(),
    async get(id) {
      const row = await summaries.select("body").where("id", "=", id).executeTakeFirst();
      if (!row) throw problem("unknown-text");
      const { body, ...summary } = row;
      return { ...summary, text: parseText(JSON.parse(body)) };
    },
    async add({ name, source }, alongside) {
      const { texts, notes } = readFile(name, source);
      if (texts.length === 0 || texts.some(({ clauses }) => clauses.length === 0)) throw problem("no-text", { name });
      if (texts.length > most) throw problem("too-many-texts", { name, count: texts.length, most });
      const rows = texts.map((text, place) =>
        textRow({ id: ids(), ...headOf(text, name), edition: "", text }, clock(), place),
      );
      const added = { ids: rows.map(({ id }) => id), notes };
      await store.commit([db.insertInto("base_text").values(rows), ...alongside(added)]);
      return added;
    },
    async addWord({ name, bytes }, alongside) {
      const { base: text, notes, changes } = await reader.read(bytes);
      if (text.clauses.length === 0) throw problem("no-text-in-word", { name });
      const id = ids();
      const row = textRow({ id, ...headOf(text, name), edition: "", text }, clock(), 0);
      const added = { id, notes, tracked: changes.length };
      await store.commit([
        db.insertInto("base_text").values(row),
        db.insertInto("text_source").values({ base_text: id, name, bytes }),
        ...alongside(added),
      ]);
      return added;
    },
  };
}

function readFile(name: string, source: string): { texts: readonly Text[]; notes: Added["notes"] } {
  if (!/\.(akn|xml)$/i.test(name)) {
    const { text, notes } = readText(source, { name });
    return { texts: [text], notes };
  }
  try {
    const { texts, notes } = readAkn(source);
    return { texts: texts.map(({ text }) => text), notes };
  } catch (error) {
    if (error instanceof AknError) throw problem("not-added", { name, detail: error.message });
    throw error;
  }
}
