import {
  type Clause,
  findOpener,
  findTitle,
  isOpening,
  parseLabel,
  parseProposalNumber,
  parseSymbol,
  term,
  clause,
} from "@plenary/document";
import { itemLevels } from "./itemLevels.ts";
import { type FoundTable, barTable, cellTable, columnTable } from "./readTable.ts";
import type { Reader } from "./reader.ts";
import { type Labelled, splitLabel } from "./splitLabel.ts";
import type { SourceLine } from "./sourceLines.ts";
import { annexOf, isNamedHeading, isShortHeading } from "./headings.ts";

const rule = /^[_\-—=*]{4,}$|^[-*_]{3}$/;
const address = /^[•*\s]*(https?:\/\/)?[\w.-]+\.[a-z]{2,}(\/\S*)?[•*\s]*$/i;

/** Reads what follows the header table: one clause a line, tables as one clause. */
export function readBody(reader: Reader, lines: readonly SourceLine[]): readonly Clause[] {
  const out: Clause[] = [];
  const levels = itemLevels();
  const { language } = reader;
  const numberedHeadings = lines.some((line, i) => isNamedHeading(line, nextLine(lines, i)));
  const anyOpening = lines.some((line) => isOpening(line.text, language));
  /** Where in a text we are: before its opening, inside its clauses, or in an annex. */
  let place: "front" | "clauses" | "annex" = "front";
  let lastNumber = 0;

  const add = (made: Clause) => {
    out.push(made);
    if (made.kind !== "item") levels.reset();
    if (made.kind !== "item") lastNumber = 0;
  };
  const addTable = (found: FoundTable) => {
    for (const sign of found.signs)
      reader.notes.push({
        line: sign.line,
        kind: "markup",
        message: "Bars of a table were read.",
        removed: sign.removed,
        instead: "",
      });
    const rows = found.rows.map((cells) => ({
      id: "",
      cells: cells.map((cell) => ({ id: "", clauses: readCell(reader, cell) })),
    }));
    add(clause("table", [], { rows }));
  };
  const addLabelled = (found: Labelled, line: SourceLine) => {
    const { label, rest } = found;
    if (found.removed !== "") reader.note(line, "markup", "The sign of a list was read.", found.removed, found.instead);
    const decimal = /^\d+(\.\d+)+\.?$/.test(label);
    if (decimal && place !== "clauses") return add(reader.make("paragraph", rest, line, { label }));
    const family = parseLabel(label)?.family;
    const part = place === "annex" && found.tab && (family === "han" || family === "ROMAN") && !/[)）]$/.test(label);
    const listed = lastNumber > 0 && Number.parseInt(label, 10) === lastNumber + 1;
    const heading = !listed && place === "front" && found.removed === "" && isNamedHeading(line, nextLine(lines, at));
    if (part || heading) return add(reader.make("heading", rest, line, { label }));
    add(reader.make("item", rest, line, { label, level: levels.next(label) }));
    lastNumber = /^\d+/.test(label) ? Number.parseInt(label, 10) : lastNumber;
  };

  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const said = line.text;
    const last = out.at(-1);
    if (said === "") {
      at++;
      continue;
    }
    const table =
      cellTable(lines, at, reader.converted) ??
      barTable(lines, at) ??
      columnTable(lines, at, (row) => splitLabel(row.text) === null && parseSymbol(row.text.split("\t")[0]!) === null);
    if (table) {
      addTable(table);
      at = table.next;
      continue;
    }
    const [symbol = "", number = "", ...more] = said.split(/\t| +/);
    const bare = said.replace(/^#{1,6}\s+|\*\*/g, "").trim();
    const annex = annexOf(bare, language);
    if (rule.test(said)) {
      reader.note(line, "artefact", "A rule was left out.", said);
      const rest = lines.slice(at + 1).filter((each) => each.text !== "");
      if (rest.length > 0 && rest.every((each) => address.test(each.text))) {
        for (const each of rest) reader.note(each, "artefact", "A page footer was left out.", each.text);
        at = lines.length;
        continue;
      }
    } else if (parseSymbol(symbol) !== null && more.length === 0 && (number === "" || parseProposalNumber(number))) {
      add(reader.make("proposal", number, line, { label: symbol }));
      place = "front";
    } else if (findTitle(bare, language)) {
      add(reader.make("number", unsigned(reader, line), line));
      place = "front";
    } else if (isOpening(bare, language)) {
      add(reader.make("opening", unsigned(reader, line), line));
      place = "clauses";
    } else if (annex) {
      add(reader.make("annexNumber", unsigned(reader, line), line));
      place = "annex";
    } else if (/^#{1,6}\s+\S/.test(said) && !(place === "clauses" && findOpener(bare, language))) {
      const level = /^#+/.exec(said)![0].length - 1;
      const labelled = splitLabel(bare);
      const content = unsigned(reader, line);
      if (labelled && labelled.removed === "" && content.endsWith(labelled.rest))
        add(reader.make("heading", labelled.rest, line, { label: labelled.label, level }));
      else
        add(
          reader.make(last?.kind === "number" ? "title" : "heading", content, line, {
            level: last?.kind === "number" ? 0 : level,
          }),
        );
    } else if (said.startsWith(term("reasons", language))) {
      const label = term("reasons", language);
      add(reader.make("reasons", said.slice(label.length).trim(), line, { label }));
    } else {
      const labelled = splitLabel(said);
      const inside = place === "clauses" || !anyOpening;
      const counts = !labelled?.bare || place !== "front" || Number.parseInt(labelled.label, 10) === lastNumber + 1;
      if (labelled && counts) addLabelled(labelled, line);
      else if (inside && isCall(bare, last)) add(reader.make("call", unsigned(reader, line), line));
      else if (last?.kind === "number") add(reader.make("title", said, line));
      else if (last?.kind === "title" && /^[(（].*[)）]$/.test(said)) add(reader.make("reference", said, line));
      else if (last?.kind === "annexNumber") add(reader.make("annexTitle", said, line));
      else if (line.lead && lines[at + 1]?.lead) {
        for (; lines[at]?.lead && lines[at]?.text !== ""; at++)
          out.push(reader.make("item", lines[at]!.text, lines[at]!));
        continue;
      } else if (place === "front" && numberedHeadings && isShortHeading(line, nextLine(lines, at), language))
        add(reader.make("heading", said, line, { level: 1 }));
      else if (
        reader.wrapped &&
        last &&
        lines[at - 1]?.text !== "" &&
        at > 0 &&
        (last.kind === "paragraph" || last.kind === "item")
      ) {
        const more = reader.make("paragraph", language === "zh" ? said : ` ${said}`, line);
        out[out.length - 1] = clause(last.kind, [...last.content, ...more.content], last);
      } else
        add(reader.make("paragraph", said, line, { level: line.lead && last?.kind === "item" ? last.level + 1 : 0 }));
    }
    at++;
  }
  return out;

  function isCall(said: string, last: Clause | undefined): boolean {
    return (
      last?.kind !== "number" &&
      last?.kind !== "annexNumber" &&
      !said.includes("\t") &&
      findOpener(said, language) !== null
    );
  }
}

/** The clauses of one cell: items with a tab after their label, and paragraphs. */
function readCell(reader: Reader, cell: readonly SourceLine[]): Clause[] {
  const levels = itemLevels();
  return cell.map((line) => {
    const found = splitLabel(line.text);
    if (!found || found.bare || found.removed !== "" || !(found.tab || /[)）]$/.test(found.label))) {
      return reader.make("paragraph", line.text, line);
    }
    return reader.make("item", found.rest, line, { label: found.label, level: levels.next(found.label) });
  });
}

/** The line without the signs of a Markdown heading. */
function unsigned(reader: Reader, line: SourceLine): string {
  const signs = /^(#{1,6})\s+(.*)$/.exec(line.text);
  if (!signs?.[1] || signs[2] === undefined) return line.text;
  reader.note(line, "markup", "The sign of a heading was read.", signs[1]);
  return signs[2];
}

function nextLine(lines: readonly SourceLine[], at: number): SourceLine | undefined {
  let next = at + 1;
  while (lines[next]?.text === "") next++;
  return lines[next];
}
