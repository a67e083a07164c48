/** Somebody who is being called at the end of what was written so far. */
export interface Call {
  /** Where the `@` stands. */
  readonly from: number;
  /** What was typed of the name. */
  readonly sought: string;
}

/** The call that is being typed at the end of the words: an `@` that begins a word and at most three words after it; null for none. */
export function callAt(words: string): Call | null {
  const from = words.lastIndexOf("@");
  // An address is no call: ada@example.org.
  if (from < 0 || /[a-z0-9_.+-]/i.test(words[from - 1] ?? "")) return null;
  const sought = words.slice(from + 1);
  return /^\S{0,40}( \S{1,40}){0,2}$/u.test(sought) ? { from, sought } : null;
}
