import type { Clause, ClauseKind, Language } from "@plenary/document";

const styles: Record<Exclude<ClauseKind, "item" | "heading">, string> = {
  source: "Source",
  field: "Headerfield",
  proposal: "Proposal",
  number: "ResNo",
  title: "Restitle",
  reference: "Resref",
  opening: "Normalaftertitle",
  call: "Call",
  paragraph: "Normal",
  annexNumber: "AnnexNo",
  annexTitle: "Annextitle",
  footnote: "FootnoteText",
  reasons: "Reasons",
  table: "Tabletext",
};

/** Left indents of the levels 1 to 3 (styles enumlev1–3), in twentieths of a point; deeper ones go on by 397. */
const indents = [0, 794, 1191, 1588];

function indentOf(level: number): number {
  return indents[level] ?? 1588 + 397 * (level - 3);
}

/** The id of the paragraph style of a clause; `inCell` when it stands in a table. */
function styleOf(clause: Clause, inCell: boolean): string {
  if (clause.kind === "heading") return `Heading${Math.min(clause.level, 4) + 1}`;
  if (inCell && (clause.kind === "paragraph" || clause.kind === "item")) return "Tabletext";
  if (clause.kind === "item") return clause.level < 1 ? "Normal" : `enumlev${Math.min(clause.level, 3)}`;
  return styles[clause.kind];
}

function directIndent(clause: Clause): string {
  if (clause.kind === "item" && clause.level > 3) {
    return `<w:ind w:left="${indentOf(clause.level)}" w:hanging="397"/>`;
  }
  if (clause.kind === "paragraph" && clause.level > 0) return `<w:ind w:left="${indentOf(clause.level)}"/>`;
  return "";
}

/**
 * The children of a paragraph's properties that follow from what its clause is, in the order of the schema; without its
 * style if not `styled`, for a file that has none of that name.
 */
export function paragraphFormat(clause: Clause, language: Language, inCell: boolean, styled = true): string {
  const bidi = language === "ar" ? "<w:bidi/>" : "";
  const style = styled ? `<w:pStyle w:val="${styleOf(clause, inCell)}"/>` : "";
  return `${style}${bidi}${directIndent(clause)}`;
}
