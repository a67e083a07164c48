import { type Text, plainText } from "@plenary/document";

/** The text as plain text in UTF-8's characters: one line a clause, label and content with a tab between. */
export function writeText(text: Text): string {
  return plainText(text);
}
