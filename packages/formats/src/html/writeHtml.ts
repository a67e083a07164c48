import type { Redline } from "@plenary/diff";
import { type Text, direction } from "@plenary/document";
import { titleOf } from "../titleOf.ts";
import { unchanged } from "../uniform.ts";
import { clauseHtml } from "./clauseHtml.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { createNotes } from "./notes.ts";
import { stylesheet } from "./stylesheet.ts";

/** The page's title; the text's own title unless given. */
export interface HtmlOptions {
  readonly title?: string;
}

/** The clean text as one HTML page that needs no other file. */
export function writeHtml(text: Text, options: HtmlOptions = {}): string {
  return page(unchanged(text), options, false);
}

/** The redline as one HTML page: `del` and `ins` in the words, the symbol of each changed clause in the margin. */
export function writeMarkedHtml(redline: Redline, options: HtmlOptions = {}): string {
  return page(redline, options, true);
}

function page(redline: Redline, options: HtmlOptions, marked: boolean): string {
  const { language } = redline.current;
  const notes = createNotes(redline);
  const isNote = (entry: Redline["clauses"][number]): boolean => (entry.base ?? entry.current)?.kind === "footnote";
  const body = redline.clauses
    .filter((entry) => !isNote(entry))
    .map((entry, i, all) => clauseHtml(entry, notes, marked, all[i + 1]));
  const below = redline.clauses.filter(isNote).map((entry) => clauseHtml(entry, notes, marked));
  const footnotes = below.length > 0 ? `<section class="notes">\n${below.join("")}</section>\n` : "";
  return (
    `<!doctype html>\n<html lang="${language}" dir="${direction(language)}">\n<head>\n<meta charset="utf-8">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<title>${escapeHtml(options.title ?? titleOf(redline.current))}</title>\n<style>${stylesheet(language)}</style>\n` +
    `</head>\n<body>\n<main>\n${body.join("")}${footnotes}</main>\n</body>\n</html>\n`
  );
}
