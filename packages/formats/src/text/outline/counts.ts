import type { Clause, Language } from "@plenary/document";
import { findTitle } from "@plenary/document";
import type { Note } from "../read/note.ts";
import { initiativeOf } from "./initiatives.ts";
import type { Parts } from "./parts.ts";
import { count, isListed, said } from "./said.ts";
import { type Section, sectionsOf } from "./sections.ts";

/** How many there are of everything that an outline names. */
export function countsOf(parts: Parts, notes: readonly Note[], language: Language): Record<string, number> {
  const { main, annexes } = parts;
  const all = [...main, ...annexes.flatMap((annex) => annex.clauses)];
  const attachments = annexes.filter((annex) => annex.attachment);
  const inside = annexes.filter((annex) => !annex.attachment);
  const initiatives = all.flatMap((clause) => (clause.kind === "table" ? (initiativeOf(clause) ?? []) : []));
  const bullets = count(main, (clause) => isListed(clause, "bullet"));
  const symbolBullets = notes.filter((note) => note.removed === "\uF0B7").length;
  const agenda = inside.flatMap((annex) => annex.clauses);
  const proposal = main.findIndex((clause) => clause.kind === "proposal");
  const deeper = (clause: Clause) => clause.kind === "item" && clause.level > 0;
  const top = (clause: Clause) => clause.kind === "item" && clause.level === 0;
  return {
    headings_level1: count(main, (clause) => clause.kind === "heading" && clause.level === 0),
    headings_level2: count(main, (clause) => clause.kind === "heading" && clause.level === 1),
    numbered_paragraphs: count(main, (clause) => clause.kind === "paragraph" && clause.label !== null),
    unnumbered_paragraphs: count(main, (clause) => clause.kind === "paragraph" && clause.label === null),
    bullets,
    bullets_level1: count(main, (clause) => isListed(clause, "bullet") && clause.level === 0),
    dashes: count(main, (clause) => isListed(clause, "dash")),
    dashes_level2: count(main, (clause) => isListed(clause, "dash") && clause.level === 1),
    lettered: count(main, (clause) => isListed(clause, "letter")),
    ...(initiatives.length > 0 && {
      regional_initiatives: initiatives.length,
      expected_result_items: initiatives.reduce((sum, each) => sum + each.expected_results, 0),
      conclusion_bullets: count(main, top),
      sub_bullets: count(main, deeper),
    }),
    tables: count(all, (clause) => clause.kind === "table"),
    header_tables: main.some((clause) => clause.kind === "field") ? 1 : 0,
    footnotes: parts.footnotes.length,
    annexes: inside.length,
    ...(attachments.length > 0 && {
      letter_list_items: count(main, (clause) => clause.kind === "item"),
      attachments: attachments.length,
      annexes_inside_attachments: inside.length,
      schedule_rows: agenda.reduce((sum, clause) => sum + clause.rows.length, 0),
    }),
    ...(inside.length > 0 && {
      agenda_parts: count(agenda, (clause) => clause.kind === "heading"),
      agenda_items: count(agenda, top),
      agenda_subitems: count(agenda, deeper),
    }),
    ...Object.assign({}, ...attachments.map((annex) => enactedCounts(annex.clauses, language))),
    ...(proposal >= 0 && {
      paragraphs_flattened: main.length - proposal - 1,
      reasons_lines: count(main, (clause) => clause.kind === "reasons"),
    }),
    bookmarks: notes.filter((note) => note.removed.startsWith("[bookmark: ")).length,
    bullet_char_U2022: bullets - symbolBullets,
    bullet_char_UF0B7: symbolBullets,
  };
}

function enactedCounts(clauses: readonly Clause[], language: Language): Record<string, number> {
  const number = clauses.find((clause) => clause.kind === "number");
  const title = number && findTitle(said(number), language);
  if (!title) return {};
  const name = `${title.kind.slice(0, 3)}${title.number ?? ""}`;
  const sections = sectionsOf(clauses, language);
  const items = (type: Section["type"]) =>
    sections.filter((section) => section.type === type).reduce((sum, section) => sum + section.items, 0);
  return {
    [`preambular_items_${name}`]: items("preambular"),
    [`operative_items_${name}`]: items("operative"),
    [`sub_items_${name}`]: sections.reduce((sum, section) => sum + (section.sub?.items ?? 0), 0),
  };
}
