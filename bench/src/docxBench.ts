import { type Redline, compare } from "@plenary/diff";
import { type Text, clause, flatten, text } from "@plenary/document";
import { readDocx, writeMarkedDocx } from "@plenary/formats/docx";
import * as docx from "docx";
import mammoth from "mammoth";
import { generate } from "./generate.ts";

/** One line of the table: who did what, what came out, and times in milliseconds. */
export interface DocxRow {
  readonly task: string;
  readonly by: string;
  readonly paragraphs: number;
  readonly changes: number;
  readonly kilobytes: number;
  readonly median: number;
  readonly slowest: number;
}

const options = { author: "EUR", date: "2026-03-01T12:00:00Z" };
/** About six paragraphs of 600 characters stand on a page. */
const perPage = 6;

/** Reading and writing a tracked document of 100 pages, beside mammoth (which reads the accepted text) and npm docx. */
export async function docxBench(): Promise<DocxRow[]> {
  const { base, current } = generate(100 * perPage);
  const redline = compare(textOf(base), textOf(current));
  const file = writeMarkedDocx(redline, options);
  const again = readDocx(file);
  const edited = compare(again.base, again.current, { ids: "trusted" });
  const size = { paragraphs: current.length, changes: readDocx(file).changes.length };
  const row = async (task: string, by: string, run: () => Promise<Uint8Array> | Uint8Array): Promise<DocxRow> => {
    const times: number[] = [];
    let bytes = await run();
    for (let i = 0; i < 9; i++) {
      const start = performance.now();
      bytes = await run();
      times.push(performance.now() - start);
    }
    times.sort((one, other) => one - other);
    const kilobytes = Math.round(bytes.length / 1024);
    return { task, by, ...size, kilobytes, median: Math.round(times[4]!), slowest: Math.round(times.at(-1)!) };
  };
  return [
    await row("read", "Plenary: both texts, changes, comments", () => (readDocx(file), file)),
    await row("read", "mammoth: the accepted text alone", async () => {
      await mammoth.extractRawText({ buffer: Buffer.from(file) });
      return file;
    }),
    await row("write", "Plenary: a new file", () => writeMarkedDocx(redline, options)),
    await row("write", "Plenary: into the file it came from", () =>
      writeMarkedDocx(edited, { ...options, source: file }),
    ),
    await row("write", "docx: a new file", () => writeWithPeer(redline)),
  ];
}

function textOf(said: readonly string[]): Text {
  return text(
    "en",
    said.map((words) => clause("paragraph", words)),
  );
}

/** The same words and tracked changes with the package docx; a move is a deletion and an insertion there. */
async function writeWithPeer(redline: Redline): Promise<Uint8Array> {
  const { author, date } = options;
  let id = 0;
  const children = redline.clauses.map(
    ({ base, current, segments, move }) =>
      new docx.Paragraph({
        children: (move === "from" && base ? [{ op: "-" as const, content: base.content }] : segments).map(
          ({ op, content }) => {
            const words = flatten(content);
            if (op === "=" && move !== "to") return new docx.TextRun(words);
            id += 1;
            return op === "-"
              ? new docx.DeletedTextRun({ text: words, id, author, date })
              : new docx.InsertedTextRun({ text: words, id, author, date });
          },
        ),
        ...(current === null || base === null || move !== null
          ? { run: { [current === null ? "deletion" : "insertion"]: { id: (id += 1), author, date } } }
          : {}),
      }),
  );
  return docx.Packer.pack(new docx.Document({ sections: [{ children }] }), "uint8array");
}
