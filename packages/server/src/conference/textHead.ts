import { type Text, flatten } from "@plenary/document";

/**
 * Number and title of a text as it prints them; a file without styles has its title in the line after its number. The
 * file's name stands in for what it does not say.
 */
export function headOf(text: Text, name: string): { number: string; title: string } {
  const { clauses } = text;
  const at = clauses.findIndex(({ kind }) => kind === "number");
  const next = at === -1 ? undefined : clauses[at + 1];
  const title = clauses.find(({ kind }) => kind === "title") ?? (next?.kind === "paragraph" ? next : undefined);
  const plain = name.replace(/\.\w+$/, "");
  return {
    number: at === -1 ? plain : flatten(clauses[at]!.content),
    title: title ? flatten(title.content) : plain,
  };
}
