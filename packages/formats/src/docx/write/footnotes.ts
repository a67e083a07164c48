import type { ClauseRedline, Redline, Segment } from "@plenary/diff";
import type { Clause, Language } from "@plenary/document";
import { runFormat, runProperties, textRun } from "./runs.ts";
import type { Tracking } from "./revisions.ts";
import { namespaces, xmlDeclaration } from "./xml.ts";

/** A footnote that the body refers to: its number in the file, its mark if it is not its number, and what it says. */
export interface Note {
  readonly id: number;
  readonly mark: string | null;
  readonly segments: readonly Segment[];
  readonly base: Clause | null;
}

/** Collects the footnotes of a document while its body is written. */
export interface NoteBook {
  /** Whether the anchors stand for one footnote that both texts have. */
  paired(base: string, current: string): boolean;
  /** The run that refers to a footnote, by its id in the base or the current text; "" when that text has none. */
  reference(side: "base" | "current" | "both", id: string, tracking: Tracking | null): string;
  /** The footnotes referred to up to now, in the order of their references. */
  readonly notes: readonly Note[];
}

/** An empty note book for the footnotes of a redline. */
export function createNoteBook(redline: Redline): NoteBook {
  const entries = redline.clauses.filter((entry) => entry.move !== "from");
  const bases = new Map(entries.flatMap((entry) => (isNote(entry.base) ? [[entry.base.id, entry] as const] : [])));
  const currents = new Map(
    entries.flatMap((entry) => (isNote(entry.current) ? [[entry.current.id, entry] as const] : [])),
  );
  const notes: Note[] = [];
  const language = redline.current.language;
  return {
    notes,
    paired(base, current) {
      const entry = currents.get(current);
      return entry !== undefined && entry === bases.get(base);
    },
    reference(side, id, tracking) {
      const entry = (side === "base" ? bases : currents).get(id);
      const clause = side === "base" ? entry?.base : entry?.current;
      if (!entry || !clause) return "";
      const note: Note = { id: notes.length + 1, mark: customMark(clause), ...said(entry, side, tracking) };
      notes.push(note);
      return referenceRun(note, language, tracking);
    },
  };
}

function isNote(clause: Clause | null): clause is Clause {
  return clause?.kind === "footnote";
}

/** A printed mark that Word's own numbering does not give: "*", "1 bis". */
function customMark(clause: Clause): string | null {
  return clause.label === null || /^\p{Nd}+$/u.test(clause.label) ? null : clause.label;
}

function said(entry: ClauseRedline, side: "base" | "current" | "both", tracking: Tracking | null) {
  if (side === "both" || tracking === "moveTo") return { segments: entry.segments, base: entry.base };
  const content = (side === "base" ? entry.base : entry.current)?.content ?? [];
  const op: Segment["op"] = tracking === "ins" ? "+" : tracking === "del" ? "-" : "=";
  return { segments: [{ op, content }], base: null };
}

function referenceRun(note: Note, language: Language, tracking: Tracking | null): string {
  const style = runProperties(`<w:rStyle w:val="FootnoteReference"/>${runFormat([], language)}`);
  if (note.mark === null) return `<w:r>${style}<w:footnoteReference w:id="${note.id}"/></w:r>`;
  const follows = `<w:r>${style}<w:footnoteReference w:customMarkFollows="1" w:id="${note.id}"/></w:r>`;
  return follows + textRun(note.mark, style, tracking === "del");
}

const separator = (id: number, type: string, element: string): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:before="0"/></w:pPr>` +
  `<w:r><w:${element}/></w:r></w:p></w:footnote>`;

/** The footnotes part; `write` gives the runs of what a note says. */
export function footnotesPart(notes: readonly Note[], language: Language, write: (note: Note) => string): string {
  const format = runFormat([], language);
  const style = runProperties(`<w:rStyle w:val="FootnoteReference"/>${format}`);
  const bidi = language === "ar" ? "<w:bidi/>" : "";
  const written = notes.map((note) => {
    const mark = note.mark === null ? `<w:r>${style}<w:footnoteRef/></w:r>` : textRun(note.mark, style, false);
    const properties = `<w:pPr><w:pStyle w:val="FootnoteText"/>${bidi}</w:pPr>`;
    const tab = `<w:r>${runProperties(format)}<w:tab/></w:r>`;
    return `<w:footnote w:id="${note.id}"><w:p>${properties}${mark}${tab}${write(note)}</w:p></w:footnote>`;
  });
  const separators =
    separator(-1, "separator", "separator") + separator(0, "continuationSeparator", "continuationSeparator");
  return `${xmlDeclaration}<w:footnotes ${namespaces}>${separators}${written.join("")}</w:footnotes>`;
}
