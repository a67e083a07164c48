import { extname } from "node:path";
import { type FileFormat, fileFormats, fileKinds } from "@plenary/formats/catalogue";

/** The kind of file that the ending of a name says; null for another ending. */
export function formatOf(path: string): FileFormat | null {
  const ending = endingOf(path);
  return fileFormats.find((format) => fileKinds[format].extension === ending) ?? null;
}

/** The ending of a name in small letters, without the dot. */
export function endingOf(path: string): string {
  return extname(path).slice(1).toLowerCase();
}
