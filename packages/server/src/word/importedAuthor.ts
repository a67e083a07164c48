const PREFIX = "word:";

/** Under what the log has somebody whom a Word file names, "" for a change that names nobody; no id of a person begins so. */
export function importedAuthor(name: string | null): string {
  return `${PREFIX}${name ?? ""}`;
}

/** The name that the Word file had, "" for none; null for a person of the conference. */
export function importedName(person: string): string | null {
  return person.startsWith(PREFIX) ? person.slice(PREFIX.length) : null;
}
