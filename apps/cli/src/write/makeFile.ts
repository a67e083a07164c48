import type { Redline } from "@plenary/diff";
import { type FileFormat, type FileView, fileKinds, hasView } from "@plenary/formats/catalogue";
import { writeFile } from "@plenary/formats/files";
import { createTypesetter } from "@plenary/typeset";
import { UsageError } from "../usage.ts";

/** What is said in a file beside the text. */
export interface Made {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. */
  readonly date: string;
}

/** The bytes of a file of a redline. Throws a UsageError for a view that this kind of file does not have. */
export async function makeFile(redline: Redline, format: FileFormat, view: FileView, made: Made): Promise<Uint8Array> {
  if (!hasView(format, view)) {
    const views = fileKinds[format].views.join(", ");
    throw new UsageError(`A ${format} file can not be written as "${view}"; take ${views}.`);
  }
  const typesetter = createTypesetter();
  try {
    return await writeFile(redline, format, view, { ...made, typeset: (page) => typesetter.set(page) });
  } finally {
    await typesetter.close();
  }
}
