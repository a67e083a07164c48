import type { ClauseRedline, Redline, Segment } from "@plenary/diff";
import type { Clause, Language } from "@plenary/document";
import { holds, isNoteReference, isTracked } from "../source/trace.ts";
import { asItStands, type WordSource } from "../source/wordSource.ts";
import { type Element, isWord } from "../read/xml/element.ts";
import { runFormat, runProperties, textRun } from "./runs.ts";
import type { Tracking } from "./revisions.ts";
import { namespaces, xmlDeclaration } from "./xml.ts";

/** Whether a note stands at the foot of its page or at the end. */
export type NoteKind = "footnote" | "endnote";

/**
 * A note that the body refers to: its number in the file, its mark if it is not its number, and what it says; `asItIs`
 * is the note of the file that says just this.
 */
export interface Note {
  readonly id: number;
  readonly kind: NoteKind;
  readonly mark: string | null;
  readonly segments: readonly Segment[];
  readonly entry: ClauseRedline;
  readonly base: Clause | null;
  readonly asItIs: Element | null;
}

/** Collects the footnotes of a document while its body is written. */
export interface NoteBook {
  /** Whether the anchors stand for one footnote that both texts have. */
  paired(base: string, current: string): boolean;
  /** The run that refers to a footnote, by its id in the base or the current text; "" when that text has none. */
  reference(side: "base" | "current" | "both", id: string, tracking: Tracking | null): string;
  /**
   * Takes the notes that a part of the file refers to, which is written as it stands. False, and none taken, when one of
   * them is not there on both sides, or its number is another note's by now.
   */
  keepAll(element: Element): boolean;
  /** The footnotes referred to up to now, in the order of their references. */
  readonly notes: readonly Note[];
}

/** An empty note book for the footnotes of a redline, and the file they come from. */
export function createNoteBook(redline: Redline, source: WordSource | null = null): NoteBook {
  const entries = redline.clauses.filter((entry) => entry.move !== "from");
  const bases = new Map(entries.flatMap((entry) => (isNote(entry.base) ? [[entry.base.id, entry] as const] : [])));
  const currents = new Map(
    entries.flatMap((entry) => (isNote(entry.current) ? [[entry.current.id, entry] as const] : [])),
  );
  const notes: Note[] = [];
  const language = redline.current.language;
  const taken = new Set<string>();
  let last = source ? highestNote(source) : 0;
  /** The number of the note in the file, if no other note has it by now; else a new one. */
  const numberOf = (reference: Element | null, clause: Clause): { readonly id: number; readonly kind: NoteKind } => {
    const isEndnote = reference ? reference.name === "endnoteReference" : clause.level > 0;
    const kind = isEndnote ? "endnote" : "footnote";
    const said = reference ? Number(reference.attributes.get("id")) : Number.NaN;
    const key = `${kind} ${said}`;
    const id = Number.isInteger(said) && said > 0 && !taken.has(key) ? said : (last += 1);
    taken.add(`${kind} ${id}`);
    return { id, kind };
  };
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
      const found = source?.element(id) ?? null;
      const element = found && isNoteReference(found) ? found : null;
      const typed = ["1", "true", "on"].includes(element?.attributes.get("customMarkFollows") ?? "");
      const told = said(entry, side, tracking);
      const number = numberOf(element, clause);
      const same = told.segments === entry.segments && element && String(number.id) === element.attributes.get("id");
      const asItIs = same ? (source?.unchangedNote(entry, element) ?? null) : null;
      const mark = element === null ? customMark(clause) : typed ? clause.label : null;
      const note: Note = { ...number, mark, entry, asItIs, ...told };
      notes.push(note);
      return referenceRun(note, typed, language, tracking, source?.noteStyle("reference") ?? styleNames[note.kind][0]);
    },
    keepAll(element) {
      const references: Element[] = [];
      holds(element, (each) => isNoteReference(each) && references.push(each) === 0);
      const found = references.map((reference) => {
        const id = source?.noteOf(reference) ?? null;
        const entry = id === null ? undefined : currents.get(id);
        return { reference, entry, clause: entry?.current, base: entry?.base };
      });
      const keys = found.map(({ reference }) => `${reference.name.slice(0, -9)} ${reference.attributes.get("id")}`);
      if (new Set(keys).size < keys.length || keys.some((key) => taken.has(key))) return false;
      if (
        found.some(({ clause, base, reference }) => !clause || !base || !(Number(reference.attributes.get("id")) > 0))
      )
        return false;
      for (const { reference, entry, clause } of found) {
        if (!entry || !clause) continue;
        const typed = reference.attributes.has("customMarkFollows");
        const mark = element === null ? customMark(clause) : typed ? clause.label : null;
        const asItIs = source?.unchangedNote(entry, reference) ?? null;
        notes.push({ ...numberOf(reference, clause), mark, entry, asItIs, segments: entry.segments, base: entry.base });
      }
      return true;
    },
  };
}

function highestNote({ read }: WordSource): number {
  const notes = [...read.file.footnotes, ...read.file.endnotes].flatMap(({ children }) => children);
  return notes.reduce((highest, { attributes }) => Math.max(highest, Number(attributes.get("id")) || 0), 0);
}

function isNote(clause: Clause | null): clause is Clause {
  return clause?.kind === "footnote";
}

/** A printed mark that Word's own numbering does not give: "*", "1 bis". Endnotes are counted in Roman figures. */
function customMark({ label, level }: Clause): string | null {
  return label === null || (level > 0 ? /^[ivxlc]+$/ : /^\p{Nd}+$/u).test(label) ? null : label;
}

/** The styles of a new file for the marks and for the words of notes. */
const styleNames: Readonly<Record<NoteKind, readonly [reference: string, text: string]>> = {
  footnote: ["FootnoteReference", "FootnoteText"],
  endnote: ["EndnoteReference", "EndnoteText"],
};

function said(entry: ClauseRedline, side: "base" | "current" | "both", tracking: Tracking | null) {
  if (side === "both" || tracking === "moveTo") return { segments: entry.segments, base: entry.base };
  const content = (side === "base" ? entry.base : entry.current)?.content ?? [];
  const op: Segment["op"] = tracking === "ins" ? "+" : tracking === "del" ? "-" : "=";
  return { segments: [{ op, content }], base: null };
}

function referenceRun(
  note: Note,
  typed: boolean,
  language: Language,
  tracking: Tracking | null,
  named: string,
): string {
  const style = runProperties(referenceFormat(named, language));
  const element = `w:${note.kind}Reference`;
  if (note.mark === null && !typed) return `<w:r>${style}<${element} w:id="${note.id}"/></w:r>`;
  const follows = `<w:r>${style}<${element} w:customMarkFollows="1" w:id="${note.id}"/></w:r>`;
  return follows + textRun(note.mark ?? "", style, tracking === "del");
}

/** How marks of notes look; "" names no style. */
function referenceFormat(named: string, language: Language): string {
  const raised = named === "" ? '<w:vertAlign w:val="superscript"/>' : "";
  return (named === "" ? "" : `<w:rStyle w:val="${named}"/>`) + raised + runFormat([], language);
}

const separator = (kind: NoteKind, id: number, element: string, language: Language): string =>
  `<w:${kind} w:type="${element}" w:id="${id}"><w:p><w:pPr>${language === "ar" ? "<w:bidi/>" : ""}<w:spacing w:before="0"/></w:pPr>` +
  `<w:r><w:${element}/></w:r></w:p></w:${kind}>`;

/**
 * The part of the footnotes or of the endnotes; `write` gives the runs of what a note says. A part of the file that the
 * text came from keeps its beginning, its separators and the notes that do not change.
 */
export function notesPart(
  kind: NoteKind,
  notes: readonly Note[],
  language: Language,
  write: (note: Note) => string,
  source: WordSource | null = null,
): string {
  const format = runFormat([], language);
  const [reference, words] = styleNames[kind];
  const style = runProperties(referenceFormat(source ? source.noteStyle("reference") : reference, language));
  const bidi = language === "ar" ? "<w:bidi/>" : "";
  const named = source ? source.noteStyle("text") : words;
  const written = notes
    .filter((note) => note.kind === kind)
    .map((note) => {
      if (note.asItIs) return asItStands(note.asItIs);
      const mark = note.mark === null ? `<w:r>${style}<w:${kind}Ref/></w:r>` : textRun(note.mark, style, false);
      const properties = `<w:pPr>${named === "" ? "" : `<w:pStyle w:val="${named}"/>`}${bidi}</w:pPr>`;
      const tab = `<w:r>${runProperties(format)}<w:tab/></w:r>`;
      return `<w:${kind} w:id="${note.id}"><w:p>${properties}${mark}${tab}${write(note)}</w:p></w:${kind}>`;
    });
  const part = source?.read.file[`${kind}s`][0];
  if (part) {
    const own = part.children.filter((each) => isWord(each, kind) && each.attributes.has("type"));
    const { start, end } = source.shell(part);
    const separators = own.filter((each) => !holds(each, isTracked)).map((each) => asItStands(each));
    return `${xmlDeclaration}${start}${separators.join("")}${written.join("")}${end}`;
  }
  const separators = separator(kind, -1, "separator", language) + separator(kind, 0, "continuationSeparator", language);
  return `${xmlDeclaration}<w:${kind}s ${namespaces}>${separators}${written.join("")}</w:${kind}s>`;
}
