import { type Clause, type Text, findOpener, flatten } from "@plenary/document";
import {
  type ClauseWriter,
  blockXml,
  blocksXml,
  createClauseWriter,
  hierarchyXml,
  isHead,
  nameOf,
} from "./clauseXml.ts";
import { createElementIds } from "./elementIds.ts";
import { type AknOptions, identificationXml, referencesXml, statementName } from "./identification.ts";
import type { NotePlaces } from "./inlineXml.ts";
import { attributes } from "./xml.ts";

/** A text written as a statement, and where its clauses stand in it. */
export interface Statement {
  readonly xml: string;
  /** The eId of the body, which is there also when the text is empty. */
  readonly body: string;
  readonly places: ReadonlyMap<string, string>;
  readonly notes: NotePlaces;
}

const first = new Set<Clause["kind"]>(["source", "field", "proposal", "number", "title", "reference"]);

/** A text as a statement whose eIds begin with `prefix`: preface, preamble up to the first operative call, body. */
export function writeStatement(text: Text, prefix: string, options: AknOptions): Statement {
  const { body, footnotes } = parted(text);
  const notes = notePlaces(text, footnotes, prefix);
  const writer = createClauseWriter(createElementIds(prefix), notes);
  const front = body.findIndex(({ kind }) => !first.has(kind));
  const preface = front < 0 ? body : body.slice(0, front);
  const rest = body.slice(preface.length);
  const operative = rest.findIndex((clause) => isHead(clause) && !isRecital(clause, text));
  const before = operative < 0 ? rest : rest.slice(0, operative);
  const preamble = before.some((clause) => clause.kind === "opening" || isRecital(clause, text)) ? before : [];
  const main = rest.slice(preamble.length);
  const bodyId = `${prefix}body`;
  const identified = { prefix, text, subtype: "deliberation", options } as const;
  const said = {
    preface: preface.map((clause) => prefaceXml(clause, `${prefix}preface`, writer)).join(""),
    preamble: preambleXml(preamble, `${prefix}preamble`, writer),
    main: hierarchyXml(main, bodyId, writer),
    notes: footnotes.map((clause) => noteXml(clause, writer)).join(""),
  };
  const part = (name: string, eId: string, inside: string) =>
    inside === "" ? "" : `<${name}${attributes({ eId, "xml:lang": text.language })}>\n${inside}</${name}>\n`;
  const xml =
    `<statement${attributes({ name: statementName(text) })}>\n<meta>\n` +
    identificationXml(identified) +
    referencesXml(identified) +
    (said.notes === "" ? "" : `<notes source="#${prefix}author">\n${said.notes}</notes>\n`) +
    `</meta>\n${part("preface", `${prefix}preface`, said.preface)}` +
    part("preamble", `${prefix}preamble`, said.preamble) +
    `${part("mainBody", bodyId, said.main === "" ? '<p p:none="true"/>\n' : said.main)}</statement>\n`;
  return { xml, body: bodyId, places: writer.places, notes };
}

/** The text without the footnotes it ends with, and these. */
function parted({ clauses }: Text): { readonly body: readonly Clause[]; readonly footnotes: readonly Clause[] } {
  const end = clauses.findLastIndex(({ kind }) => kind !== "footnote") + 1;
  return { body: clauses.slice(0, end), footnotes: clauses.slice(end) };
}

function notePlaces(text: Text, last: readonly Clause[], prefix: string): NotePlaces {
  const places = new Map<string, { eId: string; marker: string | null }>();
  const add = (clause: Clause) => {
    if (clause.kind !== "footnote") {
      for (const row of clause.rows) for (const cell of row.cells) cell.clauses.forEach(add);
      return;
    }
    const stem = last.includes(clause) ? "note" : "p_note";
    places.set(clause.id, { eId: `${prefix}${stem}_${places.size + 1}`, marker: clause.label });
  };
  text.clauses.forEach(add);
  return places;
}

function isRecital(clause: Clause, { language }: Text): boolean {
  return clause.kind === "call" && findOpener(flatten(clause.content), language)?.kind === "preambular";
}

function prefaceXml(clause: Clause, parent: string, writer: ClauseWriter): string {
  const titled = clause.kind === "number" || clause.kind === "title";
  const name = titled ? "longTitle" : "container";
  const eId = writer.ids.next(parent, name);
  writer.places.set(clause.id, eId);
  const kind = titled ? undefined : clause.kind;
  return `<${name}${attributes({ eId, name: kind })}>${blockXml(clause, { numbered: false }, writer)}</${name}>\n`;
}

function preambleXml(clauses: readonly Clause[], parent: string, writer: ClauseWriter): string {
  let out = "";
  for (let at = 0; at < clauses.length;) {
    const head = clauses[at]!;
    const alone = head.kind === "opening";
    const opens = alone || head.kind === "call";
    const next = clauses.findIndex(({ kind }, i) => i > at && (kind === "call" || kind === "opening"));
    const end = alone ? at + 1 : next < 0 ? clauses.length : next;
    if (!opens) out += blocksXml(clauses.slice(at, end), parent, writer);
    else {
      const name = alone ? "formula" : "container";
      const eId = writer.ids.next(parent, name);
      writer.places.set(head.id, eId);
      const inside = blocksXml(clauses.slice(at + 1, end), eId, writer);
      const opened = attributes({ eId, name: alone ? "enactingFormula" : nameOf(head) });
      out += `<${name}${opened}>\n${blockXml(head, { numbered: false }, writer)}\n${inside}</${name}>\n`;
    }
    at = end;
  }
  return out;
}

function noteXml(clause: Clause, writer: ClauseWriter): string {
  const place = writer.notes.get(clause.id);
  const opened = attributes({ eId: place?.eId, marker: clause.label ?? undefined });
  if (place) writer.places.set(clause.id, place.eId);
  return `<note${opened}>${blockXml(clause, { numbered: false }, writer)}</note>\n`;
}
