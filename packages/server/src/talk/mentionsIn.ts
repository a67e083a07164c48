import type { Person } from "../conference/people.ts";

/** A person called in a comment: the half-open range of the text, `@` included. */
export interface Mention {
  readonly person: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Who is called in a text as `@Name`, in reading order: the longest name that stands there counts, and of people with
 * one name all are called.
 */
export function mentionsIn(text: string, people: readonly Pick<Person, "id" | "name">[]): Mention[] {
  const out: Mention[] = [];
  const byLength = people.filter(({ name }) => name !== "").toSorted((a, b) => b.name.length - a.name.length);
  for (let from = text.indexOf("@"); from >= 0; from = text.indexOf("@", from + 1)) {
    // An address is no call: ada@example.org.
    if (/[a-z0-9_.+-]/i.test(text[from - 1] ?? "")) continue;
    const longest = byLength.find(({ name }) => calls(text, from + 1, name));
    if (!longest) continue;
    const to = from + 1 + longest.name.length;
    for (const { id, name } of people) if (name === longest.name) out.push({ person: id, from, to });
  }
  return out;
}

/** Whether the name stands there and ends there; in scripts that put no space between words any character may follow. */
function calls(text: string, at: number, name: string): boolean {
  if (!text.startsWith(name, at)) return false;
  const spaced = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u;
  const next = text.slice(at + name.length, at + name.length + 2);
  return spaced.test(name.at(-1) ?? "") || !/^[\p{L}\p{N}]/u.test(next);
}
