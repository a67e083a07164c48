import { DocxError, readDocx } from "@plenary/formats/docx";
import type { WordAnswer, WordJob } from "./wordReader.ts";

/** The process that reads Word files, one after the other: a hostile one can neither block the server nor end it. */
process.on("message", (job: WordJob) => process.send?.(read(job)));
process.on("disconnect", () => process.exit());

function read({ id, bytes, stages }: WordJob): WordAnswer {
  try {
    return { id, reading: readDocx(bytes, { stages }) };
  } catch (error) {
    if (error instanceof DocxError) return { id, refused: error.message };
    throw error;
  }
}
