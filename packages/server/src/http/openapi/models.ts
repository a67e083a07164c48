import { clauseKinds, languages, marks } from "@plenary/document";
import { type ZodType, z } from "zod";

const piece = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), marks: z.array(z.enum(marks)).optional() }),
  z.object({ type: z.literal("break") }),
  z.object({ type: z.literal("anchor"), footnote: z.string() }),
]);
const content = z.array(piece);

/** A clause, as its JSON stands. */
export const clause = z.object({
  id: z.string(),
  kind: z.enum(clauseKinds),
  level: z.int().min(0),
  label: z.string().nullable(),
  content,
  get rows() {
    return z.array(row);
  },
});
const cell = z.object({
  id: z.string(),
  get clauses() {
    return z.array(clause);
  },
});
const row = z.object({ id: z.string(), cells: z.array(cell) });

/** A text, as its JSON stands. */
export const text = z.object({ language: z.enum(languages), clauses: z.array(clause) });

/** The symbols of clauses and of whole amendments. */
export const symbol = z.enum(["NOC", "MOD", "ADD", "SUP"]);

const change = z.object({
  id: z.string(),
  kind: z.enum([
    "text",
    "add",
    "suppress",
    "move",
    "label",
    "kind",
    "marks",
    "row",
    "column",
    "cell",
    "split",
    "merge",
  ]),
  clause: z.string(),
  fromA: z.int(),
  toA: z.int(),
  fromB: z.int(),
  toB: z.int(),
  deleted: z.string(),
  inserted: z.string(),
});

const clauseRedline = z.object({
  symbol,
  base: clause.nullable(),
  current: clause.nullable(),
  move: z.enum(["from", "to"]).nullable(),
  joint: z.enum(["split", "merge"]).optional(),
  segments: z.array(z.object({ op: z.enum(["=", "-", "+"]), content })),
  get rows() {
    return z.array(rowRedline);
  },
  changes: z.array(change),
  precise: z.boolean().optional(),
});
const cellRedline = z.object({
  symbol,
  base: cell.nullable(),
  current: cell.nullable(),
  get clauses() {
    return z.array(clauseRedline);
  },
  change: z.string().optional(),
});
const rowRedline = z.object({
  symbol,
  base: row.nullable(),
  current: row.nullable(),
  cells: z.array(cellRedline),
});

/** What changed between two texts. */
export const redline = z.object({
  base: text,
  current: text,
  clauses: z.array(clauseRedline),
  changes: z.array(change),
});

/** A person of the conference. */
export const person = z.object({
  id: z.string(),
  name: z.string(),
  group: z.string().nullable(),
  role: z.enum(["observer", "commenter", "delegate", "coordinator", "chair", "secretariat"]),
});

/** A decision on a change. */
export const decision = z.object({
  id: z.string(),
  act: z.string().optional(),
  change: z.object({
    kind: z.string(),
    clause: z.string(),
    deleted: z.string(),
    inserted: z.string(),
    part: z.enum(["deletion", "insertion"]).optional(),
    summary: z.string().optional(),
  }),
  verdict: z.enum(["accept", "reject", "undo"]),
  undoes: z.string().optional(),
  person: z.object({ id: z.string(), name: z.string() }),
  group: z.string(),
  role: person.shape.role,
  at: z.iso.datetime(),
});

/** A base text as the library lists it. */
export const textSummary = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string(),
  language: z.enum(languages),
  edition: z.string(),
  clauses: z.int(),
});

/** A draft as lists show it. */
export const draftSummary = z.looseObject({
  id: z.string(),
  text: textSummary.pick({ id: true, title: true, number: true, language: true }),
  number: z.string(),
  symbol,
  group: z.string(),
  updatedAt: z.iso.datetime(),
  mayWrite: z.boolean(),
  shared: z.boolean(),
  mayShare: z.boolean(),
});

/** A refusal (RFC 9457). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  blanks: z.record(z.string(), z.union([z.string(), z.number()])),
  pending: change.nullable().optional(),
});

/** What is said once in the document and referred to elsewhere. */
export const models: Readonly<Record<string, ZodType>> = {
  Change: change,
  Clause: clause,
  Row: row,
  Cell: cell,
  Text: text,
  ClauseRedline: clauseRedline,
  RowRedline: rowRedline,
  CellRedline: cellRedline,
  Redline: redline,
  Person: person,
  Decision: decision,
  TextSummary: textSummary,
  DraftSummary: draftSummary,
  Problem: problem,
};
