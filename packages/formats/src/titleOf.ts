import { type Text, flatten } from "@plenary/document";

/** A text's title in one line, for the properties of a file: its title clause, else its first clause, else "". */
export function titleOf(text: Text): string {
  const title = text.clauses.find((clause) => clause.kind === "title") ?? text.clauses[0];
  return title
    ? flatten(title.content)
        .replace(/[\u2028\uFFFC\s]+/g, " ")
        .trim()
    : "";
}
