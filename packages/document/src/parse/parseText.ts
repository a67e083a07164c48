import { type Cell, type Clause, type Row, type Text, clauseKinds } from "../clause.ts";
import { type Content, type Inline, type Mark, marks, normalise, sortedMarks } from "../inline.ts";
import { isLanguage, languages } from "../language.ts";
import { deepestLevel, levelOf } from "../level.ts";

/** Thrown for JSON that is no text; the message begins with the path: `clauses[3].level: expected …, got …`. */
export class ParseError extends Error {
  override readonly name = "ParseError";
}

/** A text from unknown JSON. Ids are unique and every anchor has its footnote; else it throws {@link ParseError}. */
export function parseText(json: unknown): Text {
  const given = object(json, "text");
  if (!isLanguage(given["language"])) fail("language", `one of ${languages.join(", ")}`, given["language"]);
  const language = given["language"];
  const clauses = array(given["clauses"], "clauses").map((each, i) => readClause(each, `clauses[${i}]`));
  const ids = new Set<string>();
  eachId(clauses, "clauses", (id, path) => {
    if (ids.has(id)) throw new ParseError(`${path}.id: "${id}" is used twice; every id must be unique`);
    ids.add(id);
  });
  const footnotes = new Set(clauses.filter((clause) => clause.kind === "footnote").map((clause) => clause.id));
  checkAnchors(clauses, "clauses", footnotes);
  return { language, clauses };
}

/** A clause from unknown JSON; throws {@link ParseError}. Footnotes that its anchors name are not looked for. */
export function parseClause(json: unknown): Clause {
  return readClause(json, "clause");
}

function readClause(json: unknown, path: string): Clause {
  const given = object(json, path);
  const kind = clauseKinds.find((each) => each === given["kind"]);
  if (kind === undefined) fail(`${path}.kind`, `one of ${clauseKinds.join(", ")}`, given["kind"]);
  const level = given["level"];
  if (typeof level !== "number" || levelOf(level) !== level)
    fail(`${path}.level`, `a whole number from 0 to ${deepestLevel}`, level);
  const label = given["label"];
  if (label !== null && typeof label !== "string") fail(`${path}.label`, "a string or null", label);
  const content = readContent(given["content"], `${path}.content`);
  const rows = array(given["rows"], `${path}.rows`).map((row, i) => readRow(row, `${path}.rows[${i}]`));
  if (kind !== "table" && rows.length > 0) fail(`${path}.rows`, `no rows in a ${kind}`, rows);
  if (kind === "table" && content.length > 0) fail(`${path}.content`, "no content in a table", content);
  return { id: id(given, path), kind, level, label, content, rows };
}

function readRow(json: unknown, path: string): Row {
  const given = object(json, path);
  return {
    id: id(given, path),
    cells: array(given["cells"], `${path}.cells`).map((cell, i) => readCell(cell, `${path}.cells[${i}]`)),
  };
}

function readCell(json: unknown, path: string): Cell {
  const given = object(json, path);
  return {
    id: id(given, path),
    clauses: array(given["clauses"], `${path}.clauses`).map((each, i) => readClause(each, `${path}.clauses[${i}]`)),
  };
}

function readContent(json: unknown, path: string): Content {
  return normalise(array(json, path).map((each, i) => readInline(each, `${path}[${i}]`)));
}

function readInline(json: unknown, path: string): Inline {
  const given = object(json, path);
  switch (given["type"]) {
    case "break":
      return { type: "break" };
    case "anchor":
      return { type: "anchor", footnote: string(given["footnote"], `${path}.footnote`) };
    case "text": {
      const text = string(given["text"], `${path}.text`);
      if (given["marks"] === undefined) return { type: "text", text };
      const read = array(given["marks"], `${path}.marks`).map((mark, i) => readMark(mark, `${path}.marks[${i}]`));
      const sorted = sortedMarks(read);
      return sorted ? { type: "text", text, marks: sorted } : { type: "text", text };
    }
    default:
      return fail(`${path}.type`, '"text", "break" or "anchor"', given["type"]);
  }
}

function readMark(json: unknown, path: string): Mark {
  return marks.find((mark) => mark === json) ?? fail(path, `one of ${marks.join(", ")}`, json);
}

function eachId(clauses: readonly Clause[], path: string, see: (id: string, path: string) => void): void {
  clauses.forEach((clause, i) => {
    see(clause.id, `${path}[${i}]`);
    clause.rows.forEach((row, r) => {
      see(row.id, `${path}[${i}].rows[${r}]`);
      row.cells.forEach((cell, c) => {
        const place = `${path}[${i}].rows[${r}].cells[${c}]`;
        see(cell.id, place);
        eachId(cell.clauses, `${place}.clauses`, see);
      });
    });
  });
}

function checkAnchors(clauses: readonly Clause[], path: string, footnotes: ReadonlySet<string>): void {
  clauses.forEach((clause, i) => {
    clause.content.forEach((piece, p) => {
      if (piece.type === "anchor" && !footnotes.has(piece.footnote))
        throw new ParseError(`${path}[${i}].content[${p}].footnote: there is no footnote "${piece.footnote}"`);
    });
    clause.rows.forEach((row, r) =>
      row.cells.forEach((cell, c) =>
        checkAnchors(cell.clauses, `${path}[${i}].rows[${r}].cells[${c}].clauses`, footnotes),
      ),
    );
  });
}

function id(given: Readonly<Record<string, unknown>>, path: string): string {
  const said = string(given["id"], `${path}.id`);
  return said === "" ? fail(`${path}.id`, "an id", said) : said;
}

function string(json: unknown, path: string): string {
  return typeof json === "string" ? json : fail(path, "a string", json);
}

function array(json: unknown, path: string): readonly unknown[] {
  return Array.isArray(json) ? json : fail(path, "an array", json);
}

function object(json: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return fail(path, "an object", json);
  return Object.fromEntries(Object.entries(json));
}

function fail(path: string, expected: string, got: unknown): never {
  const said = got === undefined ? "nothing" : JSON.stringify(got);
  throw new ParseError(`${path}: expected ${expected}, got ${said.length > 80 ? `${said.slice(0, 79)}…` : said}`);
}
