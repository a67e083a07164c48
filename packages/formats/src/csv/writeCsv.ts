/**
 * Lines of words as CSV (RFC 4180, with a byte order mark, which spreadsheets need to read it as UTF-8). A field that a
 * spreadsheet would take for a formula begins with an apostrophe.
 */
export function writeCsv(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((line) => `${line.map(field).join(",")}\r\n`).join("")}`;
}

function field(value: string): string {
  const harmless = /^\s*[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}
