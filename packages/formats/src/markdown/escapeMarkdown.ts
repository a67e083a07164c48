import { printable } from "../printable.ts";

/**
 * Text as Markdown (CommonMark, its GitHub dialect and CriticMarkup) that is read as the very text: nothing in it is
 * formatting, a list, a link, HTML or a tracked change.
 */
export function escapeMarkdown(text: string): string {
  return (
    printable(text)
      .replace(/[\\`*_{}[\]<>&|~#$]/g, "\\$&")
      .replace(/^(\s*)([-+=:])/, "$1\\$2")
      .replace(/^(\s*\d{1,9})([.)])/, "$1\\$2")
      // More than one space, or a tab, would be read as code at the start of a line.
      .replace(/\t/g, "&#9;")
      .replace(/ {2,}/g, (spaces) => "&#32;".repeat(spaces.length))
  );
}
