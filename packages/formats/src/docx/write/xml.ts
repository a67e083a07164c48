const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as XML character data or as an attribute's value. Characters that XML 1.0 does not allow (controls, lone
 * surrogates, U+FFFE and U+FFFF) are left out.
 */
export function escapeXml(text: string): string {
  return text.replace(illegal, "").replace(/[&<>"]/g, (character) => entities[character] ?? "");
}

/** The first line of every part. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The namespace declarations of a WordprocessingML part's root. */
export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
