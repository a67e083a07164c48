import type { ClauseRedline, Redline } from "@plenary/diff";
import { type Clause, flatten, sameContent } from "@plenary/document";
import type { Origin } from "../read/clauses/sideText.ts";
import type { WordRead } from "../read/readWord.ts";
import { type Element, child, isWord } from "../read/xml/element.ts";
import { raw } from "../read/xml/raw.ts";
import { boxHosts } from "./boxHosts.ts";
import { type Dress, createDresses } from "./paragraphDress.ts";
import { holds, isCommentMark, isTracked, type Trace, traceParagraph } from "./trace.ts";

type Side = "base" | "current";

/** The file that a text came from, as its writer uses it. */
export interface WordSource {
  readonly read: WordRead;
  /** The highest id of a revision, bookmark or comment of the file. */
  readonly highestId: number;
  dress(clause: Clause, side: Side): Dress | null;
  /** The places of the content of the clause with that id; null when the file says something else there. */
  trace(id: string, side: Side): Trace | null;
  /** The properties of the first or last run of words of the paragraph whose looks a clause has. */
  runOf(clause: Clause | null, which: "first" | "last"): Element | null;
  /** What of the file is written only once and was: marks, and paragraphs with the sections that they end. */
  readonly written: Set<Element>;
  readonly ends: Set<Element>;
  /** The note that a reference names, if its clause says just what it says, without tracking; null if not. */
  unchangedNote(entry: ClauseRedline, reference: Element): Element | null;
  /** The id of the file's style for the marks or for the words of notes; "" when it has none. */
  noteStyle(of: "reference" | "text"): string;
  /** The first and last tag of a part or of its body, as they stand there. */
  shell(root: Element): { readonly start: string; readonly end: string };
  /** The id of the note that a reference names. */
  noteOf(reference: Element): string | null;
  /** The paragraph of the file that says exactly this, without tracking; null when there is none. */
  unchangedParagraph(entry: ClauseRedline): Element | null;
  /** The table of the file that says exactly this, without tracking; null when there is none. */
  unchangedTable(entry: ClauseRedline): Element | null;
  /** Whether the clause stands in a text box that goes along with its picture. */
  isInKeptBox(entry: ClauseRedline): boolean;
  /** The table, row, cell or reference of a note with that id. */
  element(id: string | undefined): Element | null;
}

/** The file of a redline's texts, whose ids are those of the file. */
export function createWordSource(read: WordRead, redline: Redline): WordSource {
  const dress = createDresses(read, redline);
  const clauses = { base: clausesById(redline.base.clauses), current: clausesById(redline.current.clauses) };
  const tables = tablesById(redline.clauses);
  const notes = new Map([...read.elements].map(([id, each]) => [each, id]));
  const boxes = boxHosts(read.file.document);
  const element = (id: string | undefined): Element | null =>
    id === undefined ? null : (read.elements.get(id) ?? null);
  const untouched = (entry: ClauseRedline): Element | null => {
    const paragraph = paragraphOf(entry, read);
    if (!paragraph || holds(paragraph, isTracked)) return null;
    const { base, current } = entry;
    const retyped = (base && dress(base, "base")?.typed) || (current && dress(current, "current")?.typed);
    return retyped ? null : paragraph;
  };
  const keptBoxes = findKeptBoxes();
  const unchangedParagraph = (entry: ClauseRedline): Element | null => {
    const paragraph = untouched(entry);
    return paragraph && (!boxes.hosts.has(paragraph) || keptBoxes.has(paragraph)) ? paragraph : null;
  };
  const isInKeptBox = (entry: ClauseRedline): boolean => {
    const place = entry.current && (read.current.origins.get(entry.current.id)?.block.own ?? element(entry.current.id));
    const host = place && boxes.hostOf.get(place);
    return host !== undefined && host !== null && keptBoxes.has(host);
  };
  return {
    read,
    highestId: highestId(read),
    dress,
    element,
    unchangedParagraph,
    isInKeptBox,
    written: new Set(),
    ends: new Set(),
    unchangedNote: (entry, reference) => unchangedNote(read, entry, reference),
    noteStyle(of) {
      const name = of === "reference" ? "footnotereference" : "footnotetext";
      return [...read.styles.byId.values()].find((style) => style.name === name)?.id ?? "";
    },
    shell,
    noteOf: (reference) => notes.get(reference) ?? null,
    runOf(clause, which) {
      const origin = clause && dress(clause, "current")?.origin;
      const runs = origin ? wordRuns(origin.block.own) : [];
      return child(which === "first" ? runs[0] : runs.at(-1), "rPr");
    },
    trace(id, side) {
      const origin = read[side].origins.get(id);
      const clause = clauses[side].get(id);
      if (!origin || !clause || flatten(origin.clause.content) !== flatten(clause.content)) return null;
      return traceParagraph(origin, side, read[side], (paragraph) => keptBoxes.has(paragraph));
    },
    unchangedTable,
  };

  function unchangedTable(given: ClauseRedline): Element | null {
    // A clean copy is written from a redline without what is suppressed: what changed is asked of the redline itself.
    const { base, current, move, rows } = tables.get(given.current?.id ?? "") ?? given;
    const table = base !== null && base.id === current?.id && move === null ? element(base.id) : null;
    if (!table || !isWord(table, "tbl") || holds(table, isTracked)) return null;
    const unchanged = (inner: ClauseRedline): boolean =>
      inner.current?.kind === "table"
        ? unchangedTable(inner) !== null
        : unchangedParagraph(inner) !== null || isInKeptBox(inner);
    const same = rows.every(
      (row) =>
        row.base !== null &&
        row.current !== null &&
        row.cells.every((cell) => cell.base && cell.current && cell.clauses.every(unchanged)),
    );
    const there = table.children.filter((each) => isWord(each, "tr") || isWord(each, "sdt"));
    return same && rows.length === there.length ? table : null;
  }

  /** The table of the file that has all of its rows and cells and no others; null when it has not. */
  function wholeTable({ base, current, rows, move }: ClauseRedline): Element | null {
    const both = (one: { readonly base: unknown; readonly current: unknown }): boolean =>
      one.base !== null && one.current !== null;
    const whole = rows.every((row) => both(row) && row.cells.every((cell) => both(cell) && cell.clauses.every(both)));
    return base && base.id === current?.id && whole && move === null ? element(current.id) : null;
  }

  /** The paragraphs whose text boxes hold nothing but clauses that do not change. */
  function findKeptBoxes(): ReadonlySet<Element> {
    const kept = new Set<Element>();
    const open = new Map<Element, Set<Element>>();
    for (const [paragraph, host] of boxes.hostOf) open.set(host, (open.get(host) ?? new Set()).add(paragraph));
    const there = new Set<Element>();
    const visit = (entries: readonly ClauseRedline[], inside: Element | null): void => {
      let last = inside;
      for (const entry of entries) {
        const place = entry.current?.kind === "table" ? wholeTable(entry) : untouched(entry);
        const host = place && boxes.hostOf.get(place);
        // What stands in a box follows the paragraph that holds it, with nothing between.
        if (place && host && host === last) open.get(host)?.delete(place);
        else if (inside === null) {
          const kept = entry.base && !entry.move ? entry.current : null;
          last = (kept && read.current.origins.get(kept.id)?.block.own) || null;
          if (last) there.add(last);
        }
        for (const row of entry.rows)
          for (const cell of row.cells) visit(cell.clauses, host && host === last ? last : null);
      }
    };
    visit(redline.clauses, null);
    for (const [host, left] of open) if (left.size === 0 && there.has(host)) kept.add(host);
    return kept;
  }
}

/** The one paragraph of the file that an entry without changes is on both sides; null when there is none. */
function paragraphOf(entry: ClauseRedline, read: WordRead): Element | null {
  const { base, current } = entry;
  if (!base || !current || entry.move !== null) return null;
  if (entry.segments.some(({ op }) => op !== "=")) return null;
  const before = read.base.origins.get(base.id);
  const after = read.current.origins.get(current.id);
  if (!before || !after || before.block.own !== after.block.own) return null;
  const says = (origin: Origin, clause: Clause): boolean =>
    origin.block.sources.length === 1 &&
    (origin.counted || origin.clause.label === clause.label) &&
    sameContent(origin.clause.content, clause.content);
  if (!says(before, base) || !says(after, current)) return null;
  const labelled = base.label === current.label || (before.counted && after.counted);
  return base.kind === current.kind &&
    base.level === current.level &&
    labelled &&
    sameContent(base.content, current.content)
    ? after.block.own
    : null;
}

function highestId({ file }: WordRead): number {
  let highest = 0;
  const visit = ({ attributes, children }: Element): void => {
    const id = Number(attributes.get("id"));
    if (Number.isInteger(id) && id > highest && id < 2 ** 30) highest = id;
    for (const each of children) visit(each);
  };
  for (const part of [file.document, ...file.footnotes, ...file.endnotes, ...file.headers, ...file.footers])
    visit(part);
  return highest;
}

function clausesById(clauses: readonly Clause[], found = new Map<string, Clause>()): ReadonlyMap<string, Clause> {
  for (const clause of clauses) {
    found.set(clause.id, clause);
    for (const row of clause.rows) for (const cell of row.cells) clausesById(cell.clauses, found);
  }
  return found;
}

function tablesById(entries: readonly ClauseRedline[], found = new Map<string, ClauseRedline>()) {
  for (const entry of entries) {
    if (entry.current?.kind === "table" && entry.move !== "from") found.set(entry.current.id, entry);
    for (const row of entry.rows) for (const cell of row.cells) tablesById(cell.clauses, found);
  }
  return found;
}

function wordRuns(paragraph: Element): Element[] {
  return paragraph.children.flatMap((each) =>
    isWord(each, "r")
      ? child(each, "t") || child(each, "delText")
        ? [each]
        : []
      : isWord(each, "pPr")
        ? []
        : wordRuns(each),
  );
}

function unchangedNote(read: WordRead, entry: ClauseRedline, reference: Element): Element | null {
  const { base, current } = entry;
  if (!base || !current || entry.segments.some(({ op }) => op !== "=")) return null;
  const kind = reference.name === "endnoteReference" ? "endnote" : "footnote";
  const parts = kind === "endnote" ? read.file.endnotes : read.file.footnotes;
  const note = parts
    .flatMap(({ children }) => children)
    .find((each) => isWord(each, kind) && each.attributes.get("id") === reference.attributes.get("id"));
  if (!note || holds(note, isTracked)) return null;
  const text = read.current.text.clauses.find(({ id }) => id === current.id);
  return text && sameContent(text.content, current.content) && sameContent(base.content, current.content) ? note : null;
}

/** The first tag of a part, with Word's prefix declared, and its last. */
function shell(root: Element): { readonly start: string; readonly end: string } {
  const { part, from } = root.place;
  const tag = /^<(?:"[^"]*"|'[^']*'|[^>"'])*>/.exec(part.slice(from))?.[0] ?? "";
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? "";
  const [prefix = ""] = name.includes(":") ? name.split(":") : [""];
  const uri = new RegExp(`\\sxmlns${prefix === "" ? "" : `:${prefix}`}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag)?.[1];
  const declared = /\sxmlns:w\s*=/.test(tag) || uri === undefined ? "" : ` xmlns:w=${uri}`;
  const start = tag.replace(/\s*\/?>$/, `${declared}>`);
  return { start, end: `</${name}>` };
}

/** A paragraph or table as it stands in the file, without the marks of comments. */
export function asItStands(element: Element): string {
  return raw(element, isCommentMark);
}

/** The children of an element's properties of that name, as they stand in the file, without tracking. */
export function propertiesXml(element: Element | null, name: string): string {
  return (child(element, name)?.children ?? [])
    .filter((each) => !isTracked(each))
    .map((each) => raw(each, isTracked))
    .join("");
}
