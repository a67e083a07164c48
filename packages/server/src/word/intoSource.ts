import type { Change, Redline } from "@plenary/diff";
import type { AuthorNames } from "@plenary/formats/catalogue";
import {
  type ChangeAuthor,
  type DocxOptions,
  type WordComment,
  readDocx,
  writeDocx,
  writeMarkedDocx,
} from "@plenary/formats/docx";
import { readFile, verify } from "@plenary/formats/files";
import { ontoBase } from "./ontoBase.ts";
import { withoutEmpty } from "./withoutEmpty.ts";

/** A draft to be written into the Word file that it, or its base text, came from. */
export interface IntoSource {
  readonly redline: Redline;
  readonly view: "marked" | "clean";
  readonly title: string;
  readonly author: string;
  readonly date: string;
  readonly authors: AuthorNames;
  /** Who signs each change of the redline; the group where nobody is known. */
  readonly signers: ReadonlyMap<Change, ChangeAuthor | null>;
  /** Whether the base text was read from the file, so that the ids are the file's own. */
  readonly own: boolean;
  /** What goes along of the talk on the draft; the file's own comments do not. */
  readonly comments: readonly WordComment[];
}

/**
 * The file with the draft in the place of its text; a new file where that one would say something else, as where its own
 * numbering would count otherwise. Throws a `DocxError`. */
export function intoSource(source: Uint8Array, { redline, view, own, signers, ...said }: IntoSource): Uint8Array {
  const { base, current } = redline;
  const nameOf = own ? null : ontoBase(base, withoutEmpty(readDocx(source).base)).nameOf;
  const options: DocxOptions = {
    ...said,
    ...(nameOf && { sourceIds: nameOf }),
    authorOf: (change: Change) => signers.get(change) ?? null,
  };
  const write = (how: DocxOptions): Uint8Array =>
    view === "marked" ? writeMarkedDocx(redline, how) : writeDocx(current, { ...how, base });
  const written = write({ ...options, source });
  const reading = readFile("docx", written);
  return reading && verify(reading, base).length === 0 ? written : write(options);
}
