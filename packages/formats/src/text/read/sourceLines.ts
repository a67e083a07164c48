import { ANCHOR } from "@plenary/document";
import type { Note } from "./note.ts";

/** One line of the source without the residue of conversion; `lead` when it began with a tab (a cell of a table). */
export interface SourceLine {
  readonly no: number;
  readonly text: string;
  readonly lead: boolean;
  /** Marks of the footnotes anchored in the line, one for each ANCHOR in `text`. */
  readonly anchors: readonly string[];
}

/** The text of a footnote that stood in the source. */
export interface SourceFootnote {
  readonly mark: string;
  readonly text: string;
}

/** A source taken apart. */
export interface Source {
  readonly lines: readonly SourceLine[];
  readonly footnotes: readonly SourceFootnote[];
  readonly notes: readonly Note[];
}

const ends = /\r\n|[\n\r\f\v\u2028\u2029]/;
const bookmark = /\[bookmark: [^\]]*\]/g;
const reference = /\[footnoteRef:(\d+)\](\d*)/g;
const footnote = /\s\[(\d+): (?:(\d+) )?\t([^\t]*?)\]\s*(?=$|\s\[\d+: )/g;
const superscript = /^([¹²³⁰⁴-⁹]+)\s+(\S.*)$/;
const markdownFootnote = /^\[\^([^\]\s]+)\]:\s*(\S.*)$/;

/** Splits a source into lines and takes away what a converter left in it, with a note for everything taken. */
export function sourceLines(source: string): Source {
  const notes: Note[] = [];
  const footnotes: SourceFootnote[] = [];
  const raw = source.split(ends);
  const marks = new Set(raw.flatMap((line) => footnoteMark(line, raw)));
  const ended = new Set<number>();
  const lines = raw.map((given, i): SourceLine => {
    const no = i + 1;
    const take = (kind: Note["kind"], message: string, removed: string, instead = "") => {
      notes.push({ line: no, kind, message, removed, instead });
    };
    let text = given.replaceAll(ANCHOR, () => (take("artefact", "An embedded object was left out.", ANCHOR), ""));
    text = text.replace(bookmark, (found) => (take("artefact", "A bookmark was left out.", found), ""));
    text = text.replace(/^(\s*)\uF0B7/, (_, space: string) => {
      take("artefact", "A bullet of the Symbol font became •.", "\uF0B7", "•");
      return `${space}•`;
    });
    const lead = /^ *\t/.test(text);
    const anchors: string[] = [];
    if (text.includes("[footnoteRef:")) {
      const repeated = new Set<string>();
      text = text.replace(footnote, (found, mark: string, again: string | undefined, said: string) => {
        if (again === mark) repeated.add(mark);
        footnotes.push({ mark, text: said.trim() });
        ended.add(no);
        take("artefact", `Footnote ${mark} was set apart.`, found, `${mark}${said}`);
        return "";
      });
      text = text.replace(reference, (found, mark: string, after: string) => {
        const kept = repeated.has(mark) && after.startsWith(mark) ? after.slice(mark.length) : after;
        anchors.push(mark);
        take("artefact", `The anchor of footnote ${mark} was read.`, found, kept);
        return ANCHOR + kept;
      });
    }
    const own = superscript.exec(text.trim()) ?? markdownFootnote.exec(text.trim());
    if (own?.[1] !== undefined && own[2] !== undefined && marks.has(own[1])) {
      footnotes.push({ mark: own[1], text: own[2] });
      if (text.trim().startsWith("[^")) take("markup", `Footnote ${own[1]} was set apart.`, "[^]:");
      return { no, text: "", lead: false, anchors };
    }
    text = text.replace(/(?<=\S)([¹²³⁰⁴-⁹]+)|\[\^([^\]\s]+)\]/gu, (found, up?: string, down?: string) => {
      const mark = up ?? down ?? "";
      if (!marks.has(mark)) return found;
      anchors.push(mark);
      take("markup", `The anchor of footnote ${mark} was read.`, found);
      return ANCHOR;
    });
    return { no, text: text.trim(), lead, anchors };
  });
  // The converter ends a footnote with an empty line, which is none of the table the footnote may stand in.
  const kept = lines.filter((line) => line.text !== "" || line.lead || !ended.has(line.no - 1));
  return { lines: kept, footnotes, notes };
}

/** The mark of a line that is a footnote's text, if some other line holds its anchor. */
function footnoteMark(line: string, all: readonly string[]): string[] {
  const said = line.trim();
  const up = superscript.exec(said)?.[1];
  if (up !== undefined) {
    const anchored = all.some((other) => other !== line && new RegExp(`\\S${up}(?![¹²³⁰⁴-⁹])`, "u").test(other.trim()));
    return anchored ? [up] : [];
  }
  const down = markdownFootnote.exec(said)?.[1];
  if (down === undefined) return [];
  return all.some((other) => other !== line && other.includes(`[^${down}]`)) ? [down] : [];
}
