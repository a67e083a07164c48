import { type Clause, type Language, type Term, term } from "@plenary/document";
import type { Reader } from "./reader.ts";
import type { SourceLine } from "./sourceLines.ts";

/** The clauses of the table a conference document begins with, and the index of the first line after it. */
export interface Header {
  readonly clauses: readonly Clause[];
  readonly next: number;
}

const names: readonly Term[] = ["summary", "priorityArea", "expectedResults", "references"];
const rule = /^[_\-—=]{4,}$/;

/** Reads the header table at the head of the source; nothing when it does not begin with one. */
export function readHeader(reader: Reader, lines: readonly SourceLine[]): Header {
  const none = { clauses: [], next: 0 };
  const rows = headerRows(lines);
  if (!rows) return none;
  const isField = rows.rows.map((row) => row.some((line, i) => isName(line.text, row[i + 1]?.text, reader.language)));
  if (!isField.includes(true) || !isHeader(rows.rows, reader.language)) return none;
  const firstField = isField.indexOf(true);
  const clauses = rows.rows.flatMap((row, i) => {
    if (i >= firstField) return readFields(reader, row);
    const [first] = row;
    if (!first) return [];
    const said = row.map((line) => line.text).join(reader.language === "zh" ? "" : " ");
    const anchors = row.flatMap((line) => line.anchors);
    return [reader.make(i === 0 ? "source" : "title", said, { ...first, anchors })];
  });
  return { clauses, next: rows.next };
}

/** One line with a colon is no header yet: it takes a name that is known, or two of them. */
function isHeader(rows: readonly (readonly SourceLine[])[], language: Language): boolean {
  if (rows.flat().some((line) => fieldTerm(line.text.split("\t")[0]!.trim(), language) !== null)) return true;
  return rows.some((row) => row.filter((line, i) => isName(line.text, row[i + 1]?.text, language)).length > 1);
}

function headerRows(lines: readonly SourceLine[]): { rows: SourceLine[][]; next: number } | null {
  let at = lines.findIndex((line) => line.lead || line.text !== "");
  if (at < 0 || !lines[at]?.lead) return null;
  const rows: SourceLine[][] = [];
  while (lines[at]?.lead) {
    const row: SourceLine[] = [];
    for (; at < lines.length && (lines[at]!.lead || lines[at]!.text !== ""); at++) {
      const line = lines[at]!;
      if (/^\d{1,3}\.\d{1,3}\.?\t/.test(line.text)) return null;
      if (line.text !== "") row.push(line);
    }
    rows.push(row);
    const found = lines.findIndex((line, i) => i >= at && (line.lead || line.text !== ""));
    if (found < 0) return { rows, next: lines.length };
    at = found;
  }
  return { rows, next: at };
}

function isName(said: string, following: string | undefined, language: Language): boolean {
  const name = said.split("\t")[0]!.trim();
  if (fieldTerm(name, language) !== null) return true;
  if (name.length > 40 || following === undefined) return false;
  if (/[:：]$/.test(name)) return true;
  return name.length <= 30 && !/[。.;；,，!?！？、]$/.test(name) && /[。.]$/.test(following);
}

/** The term that a field of the header is named by, with or without its colon; null for any other name. */
function fieldTerm(name: string, language: Language): Term | null {
  const bare = (said: string) => said.replace(/\s*[:：]$/, "").toLowerCase();
  return names.find((key) => bare(term(key, language)) === bare(name)) ?? null;
}

function readFields(reader: Reader, row: readonly SourceLine[]): Clause[] {
  const out: Clause[] = [];
  let value = false;
  for (let i = 0; i < row.length; i++) {
    const line = row[i]!;
    if (rule.test(line.text)) {
      reader.note(line, "artefact", "A rule between fields was left out.", line.text);
      continue;
    }
    if (!value && isName(line.text, row[i + 1]?.text, reader.language)) {
      const [label = "", ...rest] = line.text.split("\t").map((part) => part.trim());
      const said = rest.filter((part) => part !== "-" && part !== "");
      const dashes = rest.filter((part) => part === "-").join("");
      if (dashes !== "") reader.note(line, "artefact", "A dash before a field was left out.", dashes);
      out.push(reader.make("field", said.join(" "), line, { label }));
      value = said.length === 0;
      continue;
    }
    const last = out.at(-1);
    if (value && last) out[out.length - 1] = reader.make("field", line.text, line, { label: last.label });
    else out.push(reader.make("paragraph", line.text, line));
    value = false;
  }
  return out;
}
