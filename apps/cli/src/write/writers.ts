import { type Redline, accept, paragraphs } from "@plenary/diff";
import type { FileFormat, FileView } from "@plenary/formats/catalogue";
import { writeMarkedText, writeText } from "@plenary/formats/text";
import { coloured } from "./coloured.ts";
import { type Made, makeFile } from "./makeFile.ts";

type Said = string | Uint8Array;
type Writers = Readonly<
  Record<string, (redline: Redline, made: Made & { readonly color: boolean }) => Said | Promise<Said>>
>;

const file =
  (format: FileFormat, view: FileView) =>
  (redline: Redline, made: Made): Promise<Uint8Array> =>
    makeFile(redline, format, view, made);

/** Writers of a redline by the name of their format; `color` is for a terminal. */
export const markedWriters: Writers = {
  redline: (redline, { color }) => (color ? coloured(writeMarkedText(redline)) : writeMarkedText(redline)),
  json: (redline) =>
    `[\n${paragraphs(redline)
      .map((entry) => `  ${JSON.stringify(entry)}`)
      .join(",\n")}\n]\n`,
  html: file("html", "marked"),
  docx: file("docx", "marked"),
  pdf: file("pdf", "marked"),
  markdown: file("markdown", "marked"),
  akn: file("akn", "marked"),
  text: (redline) => writeText(accept(redline)),
};

/** Writers of the current text of a redline by the name of their format. */
export const cleanWriters: Writers = {
  html: file("html", "clean"),
  docx: file("docx", "clean"),
  pdf: file("pdf", "clean"),
  markdown: file("markdown", "clean"),
  akn: file("akn", "clean"),
  text: (redline) => writeText(redline.current),
};
