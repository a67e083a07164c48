import { type Clause, type Language, type Term, term } from "@plenary/document";
import { said } from "./said.ts";

const keys: readonly (readonly [Term, string])[] = [
  ["priorityArea", "priority_area"],
  ["summary", "summary"],
  ["expectedResults", "expected_results"],
  ["references", "references"],
];
const action = [
  /^action required/i,
  /^(suite à donner|mesures? à prendre)/i,
  /^(acción|medidas?) /i,
  /^(требуемые|необходимые) действия/i,
  /^الإجراء/,
  /^需采取的行动/,
];

/**
 * The fields of the header table. A document with a source names its fields by the keys of a conference proposal; one
 * without has them by their printed names. Null when the text has no header.
 */
export function headerOutline(main: readonly Clause[], language: Language): Record<string, unknown> | null {
  const fields = main.filter((clause) => clause.kind === "field");
  if (fields.length === 0) return null;
  const source = main.find((clause) => clause.kind === "source");
  const names = fields.map((field) => bare(field.label ?? ""));
  if (!source) return Object.fromEntries(fields.map((field, i) => [names[i], said(field)]));
  const title = main.slice(0, main.indexOf(fields[0]!)).find((clause) => clause.kind === "title");
  const out: Record<string, unknown> = { source: said(source), title: title ? said(title) : null };
  // References of a conference proposal are a list of documents, those of a Council document free text.
  const proposal = names.some((name) => same(name, term("priorityArea", language)));
  fields.forEach((field, i) => {
    const name = names[i]!;
    const known = keys.find(([key]) => same(name, term(key, language)))?.[1];
    const key = known ?? (action.some((pattern) => pattern.test(name)) ? "action_required" : name);
    const value = said(field);
    out[key] = key === "references" && proposal ? documents(value) : value;
  });
  return out;
}

/** The documents of a list; in Chinese the word for document stands once, after the last. */
function documents(list: string): readonly string[] {
  return list.split(/[、،;；,]\s*/).map((each) => each.replace(/(?<=[\dA-Z])号文件$/, ""));
}

function bare(name: string): string {
  return name.replace(/\s*[:：]$/, "");
}

function same(one: string, other: string): boolean {
  return bare(one).toLowerCase() === bare(other).toLowerCase();
}
