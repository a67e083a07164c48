import type { Clause } from "@plenary/document";
import type { Annex } from "./parts.ts";
import { cellText, count, said } from "./said.ts";
import { tableOutline } from "./tableOutline.ts";

/** An annex: an agenda in parts or in items, or a table whose rows say when and what. */
export function annexOutline(annex: Annex): Record<string, unknown> {
  const items = count(annex.clauses, (clause) => clause.kind === "item" && clause.level === 0);
  const parts = annex.clauses.flatMap((clause, i) => (clause.kind === "heading" ? [partOf(annex.clauses, i)] : []));
  const table = annex.clauses.find((clause) => clause.kind === "table");
  const schedule = table?.rows.every((row) => row.cells.length === 2)
    ? table.rows.map(({ cells }) => ({ when: cellText(cells[0]!.clauses), what: cellText(cells[1]!.clauses) }))
    : null;
  return {
    label: annex.label,
    title: annex.title,
    ...(parts.length > 0 ? { parts } : items > 0 && { agenda_items: items }),
    ...(table && { table: tableOutline(table) }),
    ...(schedule && { schedule }),
  };
}

interface AgendaItem {
  readonly label: string | null;
  readonly text: string;
  readonly sub: { readonly label: string | null; readonly text: string }[];
}

function partOf(clauses: readonly Clause[], at: number) {
  const heading = clauses[at]!;
  const end = clauses.findIndex((other, j) => j > at && other.kind === "heading");
  const items: AgendaItem[] = [];
  for (const clause of clauses.slice(at + 1, end < 0 ? clauses.length : end)) {
    if (clause.kind !== "item") continue;
    const entry = { label: clause.label, text: said(clause) };
    const last = items.at(-1);
    if (clause.level > 0 && last) last.sub.push(entry);
    else items.push({ ...entry, sub: [] });
  }
  return { part: heading.label, title: said(heading), items };
}
