import { type Clause, type ClauseKind, type Language, clause } from "@plenary/document";
import type { Note } from "./note.ts";
import { readContent } from "./readContent.ts";
import type { SourceFootnote, SourceLine } from "./sourceLines.ts";

/** What all parts of the reader share while one source is read. */
export interface Reader {
  readonly language: Language;
  readonly notes: Note[];
  /** Whether the source shows traces of a converter from Word. */
  readonly converted: boolean;
  /** Whether lines of one paragraph may follow each other (a Markdown file). */
  readonly wrapped: boolean;
  /** A clause of what the line says (`said` is the part of its text that is content). */
  make(kind: ClauseKind, said: string, line: SourceLine, parts?: { label?: string | null; level?: number }): Clause;
  note(line: SourceLine, kind: Note["kind"], message: string, removed: string, instead?: string): void;
  /** The footnotes as clauses, those with an anchor first, in the order of their anchors. */
  footnotes(): readonly Clause[];
}

/** What {@link createReader} needs to know of the source. */
export interface ReaderParts {
  readonly language: Language;
  readonly notes: readonly Note[];
  readonly footnotes: readonly SourceFootnote[];
  readonly converted: boolean;
  readonly wrapped: boolean;
}

/** A reader of one source. */
export function createReader(parts: ReaderParts): Reader {
  const notes = [...parts.notes];
  const anchored: number[] = [];
  const take = (mark: string): string | undefined => {
    const free = parts.footnotes.findIndex((note, i) => note.mark === mark && !anchored.includes(i));
    if (free < 0) return undefined;
    anchored.push(free);
    return `f${free + 1}`;
  };
  const note: Reader["note"] = (line, kind, message, removed, instead = "") => {
    notes.push({ line: line.no, kind, message, removed, instead });
  };
  return {
    language: parts.language,
    notes,
    converted: parts.converted,
    wrapped: parts.wrapped,
    note,
    make(kind, said, line, { label = null, level = 0 } = {}) {
      const ids = line.anchors.map((mark) => {
        const id = take(mark);
        if (id === undefined) note(line, "unread", `No text was found for footnote ${mark}.`, "");
        return id ?? "";
      });
      const { content, signs } = readContent(said, ids);
      if (signs !== "") note(line, "markup", "Signs of bold and italic were read.", signs);
      const known = content.filter((piece) => piece.type !== "anchor" || piece.footnote !== "");
      return clause(kind, known, { label, level });
    },
    footnotes() {
      const rest = parts.footnotes.map((_, i) => i).filter((i) => !anchored.includes(i));
      return [...anchored, ...rest].map((i) => {
        const found = parts.footnotes[i]!;
        return clause("footnote", readContent(found.text, []).content, { id: `f${i + 1}`, label: found.mark });
      });
    },
  };
}
