import { escapeXml } from "../../docx/write/xml.ts";

/** Text as XML character data; what XML can not hold is left out. */
export function escapeText(text: string): string {
  return escapeXml(text).replaceAll("\r", "&#13;");
}

/** Attributes with a space before each; those that are undefined are left out. */
export function attributes(given: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(given)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${quoted(value)}"`))
    .join("");
}

function quoted(value: string): string {
  return escapeXml(value).replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
