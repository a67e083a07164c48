import { type Redline, accept, paragraphs } from "@plenary/diff";
import { writeAkn, writeMarkedAkn } from "@plenary/formats/akn";
import { writeDocx, writeMarkedDocx } from "@plenary/formats/docx";
import { writeHtml, writeMarkedHtml } from "@plenary/formats/html";
import { writeMarkedText, writeText } from "@plenary/formats/text";
import { coloured } from "./coloured.ts";

/** What is said about a file beside the text; `color` is for a terminal. */
export interface Made {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
  readonly color: boolean;
}

type Writers = Readonly<Record<string, (redline: Redline, made: Made) => string | Uint8Array>>;

/** Writers of a redline by the name of their format. */
export const markedWriters: Writers = {
  redline: (redline, { color }) => (color ? coloured(writeMarkedText(redline)) : writeMarkedText(redline)),
  json: (redline) =>
    `[\n${paragraphs(redline)
      .map((entry) => `  ${JSON.stringify(entry)}`)
      .join(",\n")}\n]\n`,
  html: (redline, { title }) => writeMarkedHtml(redline, { title }),
  docx: (redline, { title, author, date }) => writeMarkedDocx(redline, { title, author, date }),
  akn: (redline, { author, date }) => writeMarkedAkn(redline, { author, date }),
  text: (redline) => writeText(accept(redline)),
};

/** Writers of the current text of a redline by the name of their format. */
export const cleanWriters: Writers = {
  html: (redline, { title }) => writeHtml(redline.current, { title }),
  docx: (redline, { title, author, date }) => writeDocx(redline.current, { title, author, date }),
  akn: (redline, { author, date }) => writeAkn(redline.current, { author, date }),
  text: (redline) => writeText(redline.current),
};
