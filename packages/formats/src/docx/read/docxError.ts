/** A file that is no Word file that can be read, or one that goes beyond the limits; the message says what to do. */
export class DocxError extends Error {
  override readonly name = "DocxError";
}
