/** A file that is no Akoma Ntoso that can be read, or one that goes beyond the limits; the message says what to do. */
export class AknError extends Error {
  override readonly name = "AknError";
}
