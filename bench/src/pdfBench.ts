import { compare } from "@plenary/diff";
import { type Text, item, text } from "@plenary/document";
import { cleanPage, markedPage } from "@plenary/formats/pdf";
import { createTypesetter } from "@plenary/typeset";
import { generate } from "./generate.ts";

/** One line of the table: what was set, how many pages it has, and milliseconds. */
export interface PdfRow {
  readonly file: string;
  readonly pages: number;
  readonly kilobytes: number;
  /** With the start of the thread, the compiler and the fonts. */
  readonly cold: number;
  /** The middle of five more of the same page, most of which the compiler remembers. */
  readonly again: number;
}

/** How long a PDF of about 100 pages takes, clean and marked up, one clause in twenty amended. */
export async function pdfBench(): Promise<PdfRow[]> {
  const generated = generate(580);
  const current = textOf(generated.current);
  const options = { date: "2026-03-01T12:00:00Z" };
  const redline = compare(textOf(generated.base), current);
  const out: PdfRow[] = [];
  for (const [file, page] of [
    ["clean", cleanPage(current, options)],
    ["marked", markedPage(redline, options)],
  ] as const) {
    const typesetter = createTypesetter();
    const times: number[] = [];
    let pdf: Uint8Array = new Uint8Array();
    for (let i = 0; i < 6; i++) {
      const start = performance.now();
      pdf = await typesetter.set(page);
      times.push(performance.now() - start);
    }
    await typesetter.close();
    const [cold = 0, ...again] = times;
    const pages = new TextDecoder("latin1").decode(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    const middle = again.toSorted((one, other) => one - other)[2] ?? 0;
    out.push({
      file,
      pages,
      kilobytes: Math.round(pdf.length / 1024),
      cold: Math.round(cold),
      again: Math.round(middle),
    });
  }
  return out;
}

function textOf(paragraphs: readonly string[]): Text {
  return text(
    "en",
    paragraphs.map((said) => item(said.slice(0, said.indexOf(".") + 1), said.slice(said.indexOf(" ") + 1))),
  );
}
