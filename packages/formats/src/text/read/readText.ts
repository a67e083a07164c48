import { type Language, type Text, text } from "@plenary/document";
import { detectLanguage } from "./detectLanguage.ts";
import type { Note } from "./note.ts";
import { readBody } from "./readBody.ts";
import { readHeader } from "./readHeader.ts";
import { createReader } from "./reader.ts";
import { sourceLines } from "./sourceLines.ts";

/** A source read: the text, and what was taken away or not understood on the way, by line. */
export interface Reading {
  readonly text: Text;
  readonly notes: readonly Note[];
}

/** What {@link readText} may be told; without a language it is detected, by the name it knows a Markdown file. */
export interface ReadOptions {
  readonly language?: Language;
  readonly name?: string;
}

/**
 * Reads plain text, Markdown or what a converter made of a Word file, in any of the six languages. No character of
 * the source is lost: what is not in the text is in the notes (`removed`). An empty source gives a text without clauses.
 */
export function readText(source: string, options: ReadOptions = {}): Reading {
  const language = options.language ?? detectLanguage(source);
  const { lines, footnotes, notes } = sourceLines(source);
  const converted = notes.some((note) => note.kind === "artefact");
  const wrapped = /\.(md|markdown)$/i.test(options.name ?? "");
  const reader = createReader({ language, notes, footnotes, converted, wrapped });
  const header = readHeader(reader, lines);
  const body = readBody(reader, lines.slice(header.next));
  const clauses = [...header.clauses, ...body, ...reader.footnotes()];
  return { text: text(language, clauses), notes: reader.notes.toSorted((a, b) => a.line - b.line) };
}
