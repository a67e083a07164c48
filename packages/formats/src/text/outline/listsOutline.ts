import type { Clause } from "@plenary/document";
import { count, isListed, said } from "./said.ts";

/** Headings, numbered paragraphs and lists of the body, before any annex. */
export function listsOutline(main: readonly Clause[]): Record<string, unknown> {
  const headings = main.filter((clause) => clause.kind === "heading");
  const numbered = main.filter((clause) => clause.kind === "paragraph" && clause.label !== null);
  const byParagraph = numbered.flatMap((clause) => {
    const start = main.indexOf(clause);
    const end = main.findIndex((other, j) => j > start && (other.kind === "heading" || numbered.includes(other)));
    const under = main.slice(start + 1, end < 0 ? main.length : end);
    const bullets = count(under, (each) => isListed(each, "bullet"));
    const dashes = count(under, (each) => isListed(each, "dash"));
    return bullets + dashes > 0 ? [[clause.label, { bullets, dashes }] as const] : [];
  });
  const unlabelled = main.filter((clause) => clause.kind === "item" && clause.label === null).map(said);
  return {
    ...(headings.length > 0 && {
      headings: headings.map((each) => ({ level: each.level + 1, label: each.label, text: said(each) })),
    }),
    ...(numbered.length > 0 && { numbered_paragraphs: numbered.map((clause) => clause.label) }),
    ...(byParagraph.length > 0 && { lists_by_paragraph: Object.fromEntries(byParagraph) }),
    ...(unlabelled.length > 0 && { focus_area_items: { items: unlabelled } }),
  };
}
