import type { Language, Text } from "@plenary/document";
import { flatten, parseText } from "@plenary/document";
import { type Note, readText } from "@plenary/formats/text";
import { Problem } from "../http/problem.ts";
import type { Database, Tables } from "../store/database.ts";

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

/** The library of base texts, which never change. */
export interface Texts {
  /** All base texts, the oldest first. */
  list(): Promise<TextSummary[]>;
  /** The base text with that id; refused with 404 when there is none. */
  get(id: string): Promise<TextDetail>;
  /** Reads a plain-text file into the library; the notes say what could not be read. */
  add(file: { readonly name: string; readonly source: string }): Promise<{ id: string; notes: readonly Note[] }>;
}

/** What the library works on. */
export interface TextsParts {
  readonly db: Database;
  readonly clock: () => Date;
  readonly ids: () => string;
}

/** The row of a base text. */
export function textRow(given: Omit<TextDetail, "clauses" | "language">, at: Date): Tables["base_text"] {
  const { id, number, title, edition, text } = given;
  const { language, clauses } = text;
  const body = JSON.stringify(text);
  return { id, number, title, language, edition, clauses: clauses.length, body, created_at: at.getTime() };
}

/** The library in the database. */
export function createTexts({ db, clock, ids }: TextsParts): Texts {
  const summaries = db.selectFrom("base_text").select(["id", "title", "number", "language", "edition", "clauses"]);
  return {
    list: () =>
      summaries
        .orderBy("created_at")
        .orderBy("rowid" as "id")
        .execute(),
    async get(id) {
      const row = await summaries.select("body").where("id", "=", id).executeTakeFirst();
      if (!row) throw new Problem(404, "There is no such text. Take one of the library.");
      const { body, ...summary } = row;
      return { ...summary, text: parseText(JSON.parse(body)) };
    },
    async add({ name, source }) {
      const { text, notes } = readText(source, { name });
      if (text.clauses.length === 0)
        throw new Problem(400, `There is no text in ${name}. Give a plain-text or Markdown file with the resolution.`);
      const id = ids();
      const row = textRow({ id, ...headOf(text, name), edition: "", text }, clock());
      await db.insertInto("base_text").values(row).execute();
      return { id, notes };
    },
  };
}

/** Number and title of a text as it prints them; the file's name stands in for what it does not say. */
function headOf(text: Text, name: string): { number: string; title: string } {
  const said = (kind: "number" | "title"): string | undefined => {
    const found = text.clauses.find((clause) => clause.kind === kind);
    return found && flatten(found.content);
  };
  const plain = name.replace(/\.\w+$/, "");
  return { number: said("number") ?? plain, title: said("title") ?? plain };
}
