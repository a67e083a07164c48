import { DocxError, readDocx } from "@plenary/formats/docx";
import { intoSource } from "./intoSource.ts";
import type { WordAnswer, WordJob } from "./wordReader.ts";

/** The process that works on Word files, one after the other: a hostile one can neither block the server nor end it. */
process.on("message", (job: WordJob) => process.send?.(done(job)));
process.on("disconnect", () => process.exit());

function done({ id, bytes, task }: WordJob): WordAnswer {
  try {
    if ("stages" in task) return { id, reading: readDocx(bytes, task) };
    return { id, written: intoSource(bytes, task) };
  } catch (error) {
    if (error instanceof DocxError) return { id, refused: error.message };
    throw error;
  }
}
