import { type UnzipFileInfo, type Unzipped, unzipSync } from "fflate";
import { DocxError } from "../docxError.ts";
import { limits } from "./limits.ts";

/** The XML parts of a package by their path, inflated. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * The XML parts of a Word file; media and embedded files are not inflated. Throws a {@link DocxError} when the bytes are
 * no such archive, are damaged, or inflate beyond the limits.
 */
export function openPackage(bytes: Uint8Array): Parts {
  return new Map(Object.entries(inflate(bytes, (name) => /\.(xml|rels)$/i.test(name))));
}

/** All parts of a Word file, media too. Throws like {@link openPackage}. */
export function openAll(bytes: Uint8Array): Unzipped {
  return inflate(bytes, (name) => !name.endsWith("/"));
}

function inflate(bytes: Uint8Array, wanted: (name: string) => boolean): Unzipped {
  refuseOthers(bytes);
  let entries = 0;
  let total = 0;
  const seen = new Set<string>();
  const filter = (file: UnzipFileInfo): boolean => {
    entries += 1;
    if (entries > limits.entries) throw tooLarge(`more than ${limits.entries} entries`);
    if (file.name.split(/[\\/]/).includes("..")) throw new DocxError("This archive holds a path that leads out of it.");
    if (!wanted(file.name)) return false;
    if (seen.has(file.name)) throw new DocxError(`This archive holds ${file.name} twice. Save it anew in Word.`);
    seen.add(file.name);
    total += file.originalSize;
    if (file.originalSize > limits.partBytes || total > limits.totalBytes) throw tooLarge("too much text");
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (cause) {
    if (cause instanceof DocxError) throw cause;
    throw new DocxError("This file is damaged or not complete. Open it in Word, save it anew and try again.", {
      cause,
    });
  }
}

function refuseOthers(bytes: Uint8Array): void {
  const begins = (...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46)) {
    throw new DocxError("This is a PDF file. Take the Word file that it was made from.");
  }
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw new DocxError(
      "This is an old Word file (.doc) or one with a password. Open it in Word and save it as .docx without a password.",
    );
  }
  if (!begins(0x50, 0x4b)) throw new DocxError("This is no Word file (.docx).");
}

function tooLarge(what: string): DocxError {
  return new DocxError(`This file is beyond what can be read: it holds ${what}. Split it into several files.`);
}
