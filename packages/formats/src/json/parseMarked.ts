import { ParseError, clauseKinds, isLanguage, languages, marks, sortedMarks, type Mark } from "@plenary/document";
import type { Marked, MarkedCell, MarkedClause, MarkedPiece, MarkedRow, Op, Shape } from "../marked/marked.ts";

const symbols = ["NOC", "MOD", "ADD", "SUP"] as const;
const ops = ["=", "-", "+"] as const;

/** A marked text from unknown JSON; throws a `ParseError` whose message begins with the path. */
export function parseMarked(json: unknown): Marked {
  const given = object(json, "marked");
  if (!isLanguage(given["language"])) throw wrong("marked.language", `one of ${languages.join(", ")}`);
  return { language: given["language"], clauses: list(given["clauses"], "marked.clauses", readClause) };
}

function readClause(json: unknown, path: string): MarkedClause {
  const given = object(json, path);
  return {
    symbol: one(symbols, given["symbol"], `${path}.symbol`),
    base: shape(given["base"], `${path}.base`),
    current: shape(given["current"], `${path}.current`),
    move: given["move"] === null ? null : one(["from", "to"] as const, given["move"], `${path}.move`),
    joint: given["joint"] === null ? null : one(["split", "merge"] as const, given["joint"], `${path}.joint`),
    note: given["note"] === null ? null : whole(given["note"], `${path}.note`),
    pieces: list(given["pieces"], `${path}.pieces`, readPiece),
    rows: list(given["rows"], `${path}.rows`, readRow),
  };
}

function shape(json: unknown, path: string): Shape | null {
  if (json === null) return null;
  const given = object(json, path);
  const label = given["label"];
  if (label !== null && typeof label !== "string") throw wrong(`${path}.label`, "a string or null");
  return {
    kind: one(clauseKinds, given["kind"], `${path}.kind`),
    level: whole(given["level"], `${path}.level`),
    label,
  };
}

function readPiece(json: unknown, path: string): MarkedPiece {
  const given = object(json, path);
  const op = readOp(given, path);
  switch (given["type"]) {
    case "break":
      return { op, type: "break" };
    case "anchor":
      return { op, type: "anchor", note: whole(given["note"], `${path}.note`) };
    case "text": {
      const { text } = given;
      if (typeof text !== "string") throw wrong(`${path}.text`, "a string");
      const was = given["was"] === undefined ? {} : { was: readMarks(given["was"], `${path}.was`) };
      return { op, type: "text", text, marks: readMarks(given["marks"], `${path}.marks`), ...was };
    }
    default:
      throw wrong(`${path}.type`, '"text", "break" or "anchor"');
  }
}

function readMarks(json: unknown, path: string): readonly Mark[] {
  return sortedMarks(list(json, path, (each, place) => one(marks, each, place))) ?? [];
}

function readRow(json: unknown, path: string): MarkedRow {
  const given = object(json, path);
  return { op: readOp(given, path), cells: list(given["cells"], `${path}.cells`, readCell) };
}

function readCell(json: unknown, path: string): MarkedCell {
  const given = object(json, path);
  return { op: readOp(given, path), clauses: list(given["clauses"], `${path}.clauses`, readClause) };
}

function readOp(given: Readonly<Record<string, unknown>>, path: string): Op {
  return one(ops, given["op"], `${path}.op`);
}

function one<T extends string>(known: readonly T[], json: unknown, path: string): T {
  const found = known.find((each) => each === json);
  if (found === undefined) throw wrong(path, `one of ${known.join(", ")}`);
  return found;
}

function whole(json: unknown, path: string): number {
  if (typeof json !== "number" || !Number.isSafeInteger(json) || json < 0) throw wrong(path, "a whole number from 0");
  return json;
}

function list<T>(json: unknown, path: string, read: (each: unknown, path: string) => T): T[] {
  if (!Array.isArray(json)) throw wrong(path, "an array");
  return json.map((each: unknown, i) => read(each, `${path}[${i}]`));
}

function object(json: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw wrong(path, "an object");
  return Object.fromEntries(Object.entries(json));
}

function wrong(path: string, expected: string): ParseError {
  return new ParseError(`${path}: expected ${expected}`);
}
