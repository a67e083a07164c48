import type { Clause, Language } from "@plenary/document";
import { announced, initiativeOf } from "./initiatives.ts";
import { count, said } from "./said.ts";

/** What a report says region by region: conclusions, initiatives, and how many of them it announces. */
export function regionsOutline(main: readonly Clause[], language: Language): Record<string, unknown> {
  const initiatives = main.flatMap((clause) => (clause.kind === "table" ? (initiativeOf(clause) ?? []) : []));
  if (initiatives.length === 0) return {};
  const sections = main.flatMap((clause, i) => {
    if (clause.kind !== "heading") return [];
    const end = main.findIndex((other, j) => j > i && other.kind === "heading");
    const clauses = main.slice(i + 1, end < 0 ? main.length : end);
    const code = clauses.flatMap((each) => (each.kind === "table" ? (initiativeOf(each) ?? []) : []))[0]?.region;
    return code === undefined ? [] : [{ region: said(clause), code, clauses }];
  });
  const codes = [...new Set(initiatives.map((each) => each.region))];
  return {
    regional_conclusions: sections.map(({ region, code, clauses }) => ({
      region,
      code,
      conclusion_bullets: count(clauses, (clause) => clause.kind === "item" && clause.level === 0),
      sub_bullets: count(clauses, (clause) => clause.kind === "item" && clause.level > 0),
    })),
    regional_initiatives: initiatives,
    regional_initiatives_by_region: Object.fromEntries(
      codes.map((code) => {
        const own = initiatives.filter((each) => each.region === code);
        const results = Object.fromEntries(own.map((each) => [each.id, each.expected_results]));
        return [code, { count: own.length, expected_results: results }];
      }),
    ),
    announced_by_the_text: Object.fromEntries(
      sections.map(({ code, clauses }) => {
        const last = clauses.findLast((clause) => clause.kind === "item" && clause.level === 0);
        return [code, announced(said(last), language)];
      }),
    ),
  };
}
