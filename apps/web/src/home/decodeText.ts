/**
 * The words of a plain-text file: UTF-8, or UTF-16 that says so by its byte order mark. Null for anything else, so that
 * a file in an older encoding is refused and not read wrongly.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const words = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return words.includes("\0") ? null : words;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
