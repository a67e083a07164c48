import type { Redline } from "@plenary/diff";
import { type FileFormat, type FileView, fileKinds } from "../catalogue/catalogue.ts";
import { type DocxOptions, writeComparisonDocx, writeDocx, writeMarkedDocx } from "../docx/index.ts";
import { type Frame, type Proposal, frameOf } from "../frame/frame.ts";
import { writeComparisonHtml, writeHtml, writeMarkedHtml } from "../html/index.ts";
import { writeJson, writeMarkedJson } from "../json/index.ts";
import { writeMarkdown, writeMarkedMarkdown } from "../markdown/index.ts";
import { type PrintedPage, cleanPage, comparisonPage, markedPage } from "../pdf/index.ts";
import { writeSealedAkn, writeSealedMarkedAkn } from "./sealedAkn.ts";
import { writeMarkedText, writeText } from "../text/index.ts";

/**
 * What a file says beside the text, and who sets its pages. Who made which change, comments and the file that the text
 * came from are for Word files.
 */
export interface Making extends Pick<
  DocxOptions,
  "author" | "date" | "authorOf" | "authors" | "comments" | "source" | "sourceIds"
> {
  readonly title: string;
  /** The proposal that the text is; without one the text stands alone. */
  readonly proposal?: Proposal;
  /** Sets a PDF; only asked for one. */
  readonly typeset: (page: PrintedPage) => Promise<Uint8Array>;
}

/** What writers are told. */
interface Told extends Making {
  readonly frame: Frame | null;
  /** The number of the proposal, for formats that hold no frame. */
  readonly number?: string;
}

type Writer = (redline: Redline, making: Told) => string | Uint8Array | Promise<Uint8Array>;

/** A clean file proves the base it was amended from too. */
const clean = ({ base }: Redline, making: Told) => ({ ...making, base });

/** The writers of each kind of file, one for each of its views. */
const writers: { readonly [F in FileFormat]: Readonly<Record<(typeof fileKinds)[F]["views"][number], Writer>> } = {
  docx: {
    marked: writeMarkedDocx,
    clean: (redline, making) => writeDocx(redline.current, clean(redline, making)),
    table: writeComparisonDocx,
  },
  pdf: {
    marked: (redline, making) => making.typeset(markedPage(redline, making)),
    clean: (redline, making) => making.typeset(cleanPage(redline.current, clean(redline, making))),
    table: (redline, making) => making.typeset(comparisonPage(redline, making)),
  },
  html: {
    marked: writeMarkedHtml,
    clean: (redline, making) => writeHtml(redline.current, clean(redline, making)),
    table: writeComparisonHtml,
  },
  markdown: { marked: writeMarkedMarkdown, clean: ({ base, current }) => writeMarkdown(current, base) },
  text: { marked: writeMarkedText, clean: ({ current }) => writeText(current) },
  akn: { marked: writeSealedMarkedAkn, clean: writeSealedAkn },
  json: { marked: writeMarkedJson, clean: ({ base, current }) => writeJson(current, base) },
};

/**
 * The bytes of a file of a redline. Rejects with a RangeError when that kind of file has no such view, or the date is
 * none.
 */
export async function writeFile(
  redline: Redline,
  format: FileFormat,
  view: FileView,
  making: Making,
): Promise<Uint8Array> {
  const found: Partial<Record<FileView, Writer>> = writers[format];
  const writer = found[view];
  if (!writer)
    throw new RangeError(`A ${format} file has no view "${view}"; take ${fileKinds[format].views.join(", ")}.`);
  const { proposal } = making;
  const said = await writer(redline, {
    ...making,
    frame: proposal ? frameOf(proposal, redline, making.date) : null,
    ...(proposal && { number: proposal.number }),
  });
  return typeof said === "string" ? new TextEncoder().encode(said) : said;
}
