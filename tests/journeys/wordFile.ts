import { type Text, plainLines } from "@plenary/document";
import type { Page } from "playwright-core";
import { type Piece, trackedFile } from "../roundtrip/trackedFile.ts";

/** The people that the tests' Word files name. */
export const ana = { author: "Ana Ruiz", date: "2026-03-01T09:00:00Z" };
export const bo = { author: "Bo Lund & Söhne", date: "2026-03-02T10:30:00Z" };

/** A base text's lines, as the page's own server has them. */
export async function linesOf(page: Page, text: string): Promise<string[]> {
  const detail: { text: Text } = await page.evaluate(async (id) => (await fetch(`/api/texts/${id}`)).json(), text);
  return plainLines(detail.text.clauses);
}

/** A file as the browser's input takes it. */
export function wordUpload(name: string, bytes: Uint8Array) {
  const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return { name, mimeType, buffer: Buffer.from(bytes) };
}

/** The lines as a Word file in which Ana takes the first word of one line for another and Bo adds words to the next. */
export function amended(lines: readonly string[], at: number, { silently = "" } = {}): Uint8Array {
  return trackedFile(
    lines.map((line, i): readonly Piece[] => {
      if (i === at - 1 && silently !== "") return [`${line}${silently}`];
      if (i === at + 1) return [line, { ...bo, ins: " (Bo)" }];
      if (i !== at) return [line];
      const tab = line.indexOf("\t") + 1;
      const end = line.indexOf(" ", tab);
      const stop = end === -1 ? line.length : end;
      return [line.slice(0, tab), { ...ana, del: line.slice(tab, stop) }, { ...ana, ins: "Ana" }, line.slice(stop)];
    }),
  );
}
