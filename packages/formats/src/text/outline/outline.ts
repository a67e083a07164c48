import type { Clause } from "@plenary/document";
import type { Reading } from "../read/readText.ts";
import { annexOutline } from "./annexOutline.ts";
import { countsOf } from "./counts.ts";
import { headerOutline } from "./headerOutline.ts";
import { initiativeOf } from "./initiatives.ts";
import { letterOutline } from "./letterOutline.ts";
import { listsOutline } from "./listsOutline.ts";
import { type Annex, partsOf } from "./parts.ts";
import { regionsOutline } from "./regions.ts";
import { said } from "./said.ts";
import { enactedOutline, sectionsOf } from "./sections.ts";
import { tableOutline } from "./tableOutline.ts";

/** The structure of a text in figures and titles, as JSON; keys that do not apply to it are left out. */
export type Outline = Readonly<Record<string, unknown>>;

/** The outline of a text that was read. */
export function outline({ text, notes }: Reading): Outline {
  const { language } = text;
  const parts = partsOf(text);
  const { main, annexes } = parts;
  const attached = annexes.some((annex) => annex.attachment);
  const header = headerOutline(main, language);
  const proposal = main.find((clause) => clause.kind === "proposal");
  const sections = sectionsOf(main, language);
  const tables = main.filter((clause) => clause.kind === "table");
  const bookmarks = notes.flatMap(({ removed }) => /^\[bookmark: (.*)\]$/.exec(removed)?.[1] ?? []);
  return {
    language,
    ...(header && { header }),
    ...(attached && { letter: letterOutline(main, language), ...attachmentsOf(annexes, parts.footnotes, language) }),
    ...(proposal && { proposal: { mark: proposal.label, id: said(proposal) } }),
    ...(!attached && !proposal && enactedOutline(main, language)),
    ...(sections.length > 0 && { sections: proposal ? sections.map(flattened) : sections }),
    ...(!attached && listsOutline(main)),
    ...regionsOutline(main, language),
    ...(tables.length > 0 && { tables: tables.map(tableOf) }),
    ...(annexes.length === 1 && !attached && { annex: annexOutline(annexes[0]!) }),
    ...(!attached && { annexes: annexes.length, bookmarks: bookmarks.length, bookmark_names: bookmarks }),
    ...(!attached && parts.footnotes.length > 0 && { footnotes: parts.footnotes.map(footnoteOf) }),
    counts: countsOf(parts, notes, language),
  };
}

/** Each attachment with the annexes that follow it, `attachment_1` on. */
function attachmentsOf(
  annexes: readonly Annex[],
  footnotes: readonly Clause[],
  language: Parameters<typeof sectionsOf>[1],
) {
  const starts = annexes.flatMap((annex, i) => (annex.attachment ? [i] : []));
  const entries = starts.map((start, i) => {
    const annex = annexes[start]!;
    const own = annexes.slice(start + 1, starts[i + 1]);
    const anchored = annex.clauses.flatMap((clause) =>
      clause.content.flatMap((piece) => (piece.type === "anchor" ? [piece.footnote] : [])),
    );
    const notes = footnotes.filter((footnote) => anchored.includes(footnote.id));
    const outlines = own.map((inner, j) => [`annex_${j + 1}`, annexOutline(inner)] as const);
    return [
      `attachment_${i + 1}`,
      {
        ...(enactedOutline(annex.clauses, language) ?? annexOutline(annex)),
        ...(notes.length > 0 && { footnotes: notes.map(footnoteOf) }),
        ...Object.fromEntries(outlines),
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

/** The sections of a proposal: its items are those of the text with its changes flattened into it. */
function flattened({ items, ...section }: ReturnType<typeof sectionsOf>[number]) {
  return { ...section, flattened_items: items };
}

function tableOf(table: Clause) {
  const initiative = initiativeOf(table);
  const { rows, cols, header } = tableOutline(table);
  return initiative ? { rows, cols, kind: "regional initiative box", id: initiative.id } : { rows, cols, header };
}

function footnoteOf(footnote: Clause) {
  const number = Number(footnote.label);
  return { ...(Number.isInteger(number) ? { id: number } : { mark: footnote.label }), text: said(footnote) };
}
