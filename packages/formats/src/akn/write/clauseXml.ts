import { type Clause, type Row, flatten } from "@plenary/document";
import type { ElementIds } from "./elementIds.ts";
import { type NotePlaces, contentXml } from "./inlineXml.ts";
import { attributes, escapeText } from "./xml.ts";

/** What writing clauses needs, and the eIds it gives: `places` is filled as clauses are written. */
export interface ClauseWriter {
  readonly ids: ElementIds;
  readonly notes: NotePlaces;
  /** The eId of each clause written, by its id. */
  readonly places: Map<string, string>;
  /** The label of a clause that it had before, null when it had none or the same. */
  before(clause: Clause): string | null;
  /** What a clause says, as mixed XML content. */
  said(clause: Clause): string;
}

/** A writer that writes every clause as it is. */
export function createClauseWriter(ids: ElementIds, notes: NotePlaces): ClauseWriter {
  return { ids, notes, places: new Map(), before: () => null, said: (clause) => contentXml(clause.content, notes) };
}

/** Whether a clause opens a part of the body: what follows stands inside it. */
export function isHead({ kind }: Clause): boolean {
  return kind === "call" || kind === "heading" || kind === "annexNumber" || kind === "annexTitle";
}

/** The body of a text or a part of one: each call, heading and annex holds what follows it up to the next. */
export function hierarchyXml(clauses: readonly Clause[], parent: string, writer: ClauseWriter): string {
  let out = "";
  for (let at = 0; at < clauses.length;) {
    const head = clauses[at]!;
    const next = clauses[at + 1];
    const second = head.kind === "annexNumber" && next?.kind === "annexTitle" && next.label === null ? next : null;
    const from = isHead(head) ? at + (second ? 2 : 1) : at;
    const end = indexFrom(clauses, from, isHead);
    if (isHead(head)) {
      const eId = place(head, parent, "hcontainer", writer);
      const under = second && attributes({ eId: place(second, eId, "subheading", writer) });
      const heading = `<heading${facts(head, true)}>${shown(head, writer)}</heading>`;
      const subheading = second ? `<subheading${under}${facts(second, true)}>${writer.said(second)}</subheading>` : "";
      const inside = numbered(clauses.slice(from, end), eId, "para", writer);
      const opened = `<hcontainer${attributes({ eId, name: nameOf(head) })}>`;
      out += `${opened}\n${num(head, writer)}${heading}${subheading}\n${inside}</hcontainer>\n`;
    } else out += numbered(clauses.slice(at, end), parent, "para", writer);
    at = end;
  }
  return out;
}

/** Clauses as blocks: items in lists, all others as paragraphs and tables. */
export function blocksXml(clauses: readonly Clause[], parent: string, writer: ClauseWriter): string {
  let out = "";
  for (let at = 0; at < clauses.length;) {
    const stop = indexFrom(clauses, at, ({ kind }) => kind !== "item");
    if (stop > at) out += listXml(clauses.slice(at, stop), parent, writer);
    const next = clauses[stop];
    if (next) {
      const kind = next.kind === "table" ? "table" : "p";
      out += `${blockXml(next, { eId: place(next, parent, kind, writer), numbered: false }, writer)}\n`;
    }
    at = stop + 1;
  }
  return out;
}

/** One clause as a paragraph or a table with these attributes; with `numbered` its label stands in a num before it. */
export function blockXml(
  clause: Clause,
  given: { readonly eId?: string; readonly numbered: boolean },
  writer: ClauseWriter,
): string {
  const own = attributes({ eId: given.eId }) + facts(clause, given.numbered);
  if (clause.kind !== "table") return `<p${own}>${shown(clause, writer)}</p>`;
  const parent = given.eId ?? writer.places.get(clause.id) ?? "";
  const rows = clause.rows.map((row) => rowXml(row, parent, writer)).join("");
  return `<table${own}>\n${rows === "" ? '<tr p:none="true"><td p:none="true"/></tr>\n' : rows}</table>`;
}

/** The label of a clause as a num; "" when it has none. */
function num(clause: Clause, writer: ClauseWriter): string {
  const { label } = clause;
  if (label === null) return "";
  const before = writer.before(clause);
  const said = escapeText(label);
  return `<num>${before === null ? said : `<del>${escapeText(before)}</del><ins>${said}</ins>`}</num>`;
}

// The eId that a clause gets, kept for those who refer to it; a footnote has its own.
function place(clause: Clause, parent: string, kind: string, writer: ClauseWriter): string {
  const eId = writer.notes.get(clause.id)?.eId ?? writer.ids.next(parent, kind, clause.label);
  writer.places.set(clause.id, eId);
  return eId;
}

function numbered(clauses: readonly Clause[], parent: string, kind: "para" | "point", writer: ClauseWriter): string {
  const name = kind === "para" ? "paragraph" : "point";
  let out = "";
  for (let at = 0; at < clauses.length;) {
    const head = clauses[at]!;
    const end = indexFrom(clauses, at + 1, ({ level }) => level <= head.level);
    const eId = place(head, parent, kind, writer);
    const said = blockXml(head, { numbered: true }, writer);
    const inside = numbered(clauses.slice(at + 1, end), eId, "point", writer);
    const holder = inside === "" ? "content" : "intro";
    out += `<${name}${attributes({ eId })}>${num(head, writer)}<${holder}>${said}</${holder}>\n${inside}</${name}>\n`;
    at = end;
  }
  return out;
}

function listXml(items: readonly Clause[], parent: string, writer: ClauseWriter): string {
  const list = writer.ids.next(parent, "list");
  let out = "";
  for (let at = 0; at < items.length;) {
    const head = items[at]!;
    const end = indexFrom(items, at + 1, ({ level }) => level <= head.level);
    const eId = place(head, list, "item", writer);
    const inside = end > at + 1 ? listXml(items.slice(at + 1, end), eId, writer) : "";
    out += `<item${attributes({ eId })}>${num(head, writer)}${blockXml(head, { numbered: true }, writer)}${inside}</item>\n`;
    at = end;
  }
  return `<blockList${attributes({ eId: list })}>\n${out}</blockList>\n`;
}

function rowXml(row: Row, table: string, writer: ClauseWriter): string {
  const eId = writer.ids.next(table, "tr");
  const cells = row.cells.map((cell) => {
    const td = writer.ids.next(eId, "td");
    return `<td${attributes({ eId: td, "p:id": cell.id })}>${blocksXml(cell.clauses, td, writer)}</td>`;
  });
  const inside = cells.length === 0 ? '<td p:none="true"/>' : cells.join("");
  return `<tr${attributes({ eId, "p:id": row.id })}>${inside}</tr>\n`;
}

function facts({ id, kind, level, label }: Clause, isNumbered: boolean): string {
  return attributes({
    "p:id": id,
    "p:kind": kind,
    "p:level": level === 0 ? undefined : String(level),
    "p:label": isNumbered ? undefined : (label ?? undefined),
  });
}

function shown(clause: Clause, writer: ClauseWriter): string {
  const said = writer.said(clause);
  if (clause.kind === "number") return `<docNumber>${said}</docNumber>`;
  if (clause.kind === "title") return `<docTitle>${said}</docTitle>`;
  return clause.kind === "call" && said !== "" ? `<i p:look="true">${said}</i>` : said;
}

// The first index from `from` on where it holds; the length when there is none.
function indexFrom(clauses: readonly Clause[], from: number, holds: (clause: Clause) => boolean): number {
  let at = from;
  while (at < clauses.length && !holds(clauses[at]!)) at++;
  return at;
}

/** The name of a part: of a call its words, as in instructs_the_secretary_general. */
export function nameOf(clause: Clause): string {
  if (clause.kind !== "call") return clause.kind === "heading" ? "heading" : "annex";
  return (
    flatten(clause.content)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join("_") ?? "call"
  );
}
