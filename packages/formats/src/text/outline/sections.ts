import { type Clause, type Language, findOpener, findTitle, term } from "@plenary/document";
import { count, said } from "./said.ts";

/** One call of a resolution with what stands under it. */
export interface Section {
  readonly type: "preambular" | "operative";
  readonly opener: string;
  readonly items: number;
  /** Paragraphs without label, when there are no items. */
  readonly paragraphs?: number;
  readonly sub?: { readonly parent: string; readonly style: string; readonly items: number };
}

/** The calls of a resolution in their order. */
export function sectionsOf(clauses: readonly Clause[], language: Language): readonly Section[] {
  const annexes = new RegExp(`^${term("annex", language)}\\S{0,2}\\s*[:：]`, "i");
  return clauses.flatMap((call, i): Section[] => {
    if (call.kind !== "call") return [];
    const end = clauses.findIndex((other, j) => j > i && !["item", "paragraph", "table"].includes(other.kind));
    const under = clauses.slice(i + 1, end < 0 ? clauses.length : end);
    const items = count(under, (clause) => clause.kind === "item" && clause.level === 0);
    const paragraphs = count(under, (clause) => clause.kind === "paragraph" && !annexes.test(said(clause)));
    const first = under.findIndex((clause) => clause.kind === "item" && clause.level === 1);
    const parent = under.slice(0, Math.max(first, 0)).findLast((clause) => clause.level === 0)?.label ?? "";
    const style = under[first]?.label ?? "";
    const deeper = count(under, (clause) => clause.kind === "item" && clause.level === 1);
    return [
      {
        type: findOpener(said(call), language)?.kind ?? "operative",
        opener: said(call),
        items,
        ...(items === 0 && { paragraphs }),
        ...(first >= 0 && { sub: { parent, style, items: deeper } }),
      },
    ];
  });
}

/** A whole text inside a document: what its number, title and opening lines say, and its sections. */
export function enactedOutline(clauses: readonly Clause[], language: Language): Record<string, unknown> | null {
  const number = clauses.find((clause) => clause.kind === "number");
  const title = number && findTitle(said(number), language);
  if (!number || !title) return null;
  const known = Object.entries({ year: title.year, city: title.city }).filter(([, value]) => value !== null);
  return {
    kind: title.kind,
    label: said(number),
    number: title.number === null ? null : Number(title.number) || title.number,
    ...Object.fromEntries(known),
    revised: title.revised,
    title: said(clauses.find((clause, i) => clause.kind === "title" && i > clauses.indexOf(number))),
    opening: said(clauses.find((clause) => clause.kind === "opening")),
    sections: sectionsOf(clauses, language),
  };
}
