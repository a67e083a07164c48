const unprintable = /[^\t\n\u{20}-\u{7E}\u{A0}-\u{FDCF}\u{FDF0}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** The text without what no file may hold: controls, half characters and non-characters. */
export function printable(text: string): string {
  return text.toWellFormed().replace(unprintable, "");
}
