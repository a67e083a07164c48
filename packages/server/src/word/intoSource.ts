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
import { frameOf, type Proposal } from "@plenary/formats/frame";
import { ontoBase } from "./ontoBase.ts";
import { withoutEmpty } from "./withoutEmpty.ts";

/** A draft, as its proposal, to be written into the Word file that it, or its base text, came from. */
export interface IntoSource {
  readonly redline: Redline;
  readonly proposal: Proposal;
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
 * numbering would count otherwise. The file of a base text gets the frame of the proposal; one that was brought in has
 * its own head, or the frame that it got here, anew. Throws a `DocxError`.
 */
export function intoSource(
  source: Uint8Array,
  { redline, proposal, view, own, signers, ...said }: IntoSource,
): Uint8Array {
  const { base, current } = redline;
  const read = own ? null : readDocx(source);
  const nameOf = read && ontoBase(base, withoutEmpty(read.base)).nameOf;
  const frame = frameOf(proposal, redline, said.date);
  const options: DocxOptions = {
    ...said,
    ...(nameOf && { sourceIds: nameOf }),
    authorOf: (change: Change) => signers.get(change) ?? null,
  };
  const write = (how: DocxOptions): Uint8Array =>
    view === "marked" ? writeMarkedDocx(redline, how) : writeDocx(current, { ...how, base });
  const within: DocxOptions = { ...options, source, frame: read?.frame.length === 0 ? null : frame };
  const written = write(within);
  const reading = readFile("docx", written);
  const faults = reading ? verify(reading, base) : [];
  if (!reading || faults.some(({ kind }) => kind !== "kinds")) return write({ ...options, frame });
  return faults.length === 0 ? written : write({ ...within, proof: "words" });
}
