import type { Change, Redline } from "@plenary/diff";
import { type Text, direction } from "@plenary/document";
import type { AuthorNames } from "../catalogue/catalogue.ts";
import { type ChangeAuthor, signatureOf } from "../docx/write/signatures.ts";
import type { Marked, MarkedClause } from "../marked/marked.ts";
import { markRedline } from "../marked/markRedline.ts";
import type { Sign } from "../marked/signing.ts";
import { type Seals, cleanSeals, markedSeals, printSeals } from "../proof/seal.ts";
import { titleOf } from "../titleOf.ts";
import { unchanged } from "../uniform.ts";
import { clauseHtml } from "./clauseHtml.ts";
import { comparisonHtml } from "./comparisonHtml.ts";
import type { Frame } from "../frame/frame.ts";
import { frameHtml } from "./frameHtml.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { createNotes } from "./notes.ts";
import { stylesheet } from "./stylesheet.ts";

/** What a page says beside the text. */
export interface HtmlOptions {
  /** The page's title, the text's own unless given. */
  readonly title?: string;
  /** The base that a clean page was amended from, to be proved. */
  readonly base?: Text;
  /** Who made a change and when, which is said of its words; null where it is not known. */
  readonly authorOf?: (change: Change) => ChangeAuthor | null;
  /** What stands before the text; nothing unless given. */
  readonly frame?: Frame | null;
  /** What is said of authors: the group alone unless told; "none" names nobody and gives no dates. */
  readonly authors?: AuthorNames;
}

/** The clean text as one HTML page that needs no other file. */
export function writeHtml(text: Text, options: HtmlOptions = {}): string {
  return page(
    text,
    options,
    cleanSeals(text, options.base, options.frame),
    clausesHtml(markRedline(unchanged(text)), false),
  );
}

/** The redline as one HTML page: `del` and `ins` in the words, the symbol of each changed clause in the margin. */
export function writeMarkedHtml(redline: Redline, options: HtmlOptions = {}): string {
  return page(
    redline.current,
    options,
    markedSeals(redline, options.frame),
    clausesHtml(markRedline(redline, signer(options)), true),
  );
}

/** Base and current text side by side as one HTML page. */
export function writeComparisonHtml(redline: Redline, options: HtmlOptions = {}): string {
  return page(
    redline.current,
    options,
    markedSeals(redline, options.frame),
    comparisonHtml(markRedline(redline, signer(options))),
  );
}

function signer({ authorOf, authors = "group" }: HtmlOptions): Sign {
  return (change) => {
    const made = authors === "none" ? null : authorOf?.(change);
    if (!made) return null;
    const { author, date } = signatureOf(made, authors);
    return [author, date?.slice(0, 10)].filter(Boolean).join(", ");
  };
}

function clausesHtml(marked: Marked, withSymbols: boolean): string {
  const notes = createNotes(marked);
  const isNote = (clause: MarkedClause): boolean => clause.note !== null;
  const body = marked.clauses
    .filter((clause) => !isNote(clause))
    .map((each, i, all) => clauseHtml(each, notes, withSymbols, all[i + 1]));
  const below = marked.clauses.filter(isNote).map((each) => clauseHtml(each, notes, withSymbols));
  const footnotes = below.length > 0 ? `<section class="notes">\n${below.join("")}</section>\n` : "";
  return body.join("") + footnotes;
}

function page(text: Text, options: HtmlOptions, seals: Seals, body: string): string {
  const { language } = text;
  const metas = printSeals(seals).map(([side, seal]) => `<meta name="plenary-${side}" content="${seal}"/>\n`);
  return (
    `<!doctype html>\n<html lang="${language}" dir="${direction(language)}">\n<head>\n<meta charset="utf-8"/>\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n' +
    metas.join("") +
    `<title>${escapeHtml(options.title ?? titleOf(text))}</title>\n<style>${stylesheet(language)}</style>\n` +
    `</head>\n<body>\n<main>\n${options.frame ? frameHtml(options.frame) : ""}${body}</main>\n</body>\n</html>\n`
  );
}
