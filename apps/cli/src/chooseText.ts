import type { Language, Text } from "@plenary/document";
import { readAkn } from "@plenary/formats/akn";
import type { Note } from "@plenary/formats/text";

/** A path and, after a #, which of the texts in the file is meant: `acts.xml#RESOLUTION 11`, `acts.xml#3`. */
export function splitChoice(path: string): { readonly file: string; readonly choice: string | null } {
  const match = /^(.*\.(?:xml|akn))#(.*)$/isu.exec(path);
  return { file: match?.[1] ?? path, choice: match?.[2] ?? null };
}

/**
 * Reads Akoma Ntoso and gives the text chosen: by its place from 1 on or its number, of a file with an amendment
 * `base` or `current`, `otherwise` when nothing is chosen. Throws when the file holds several and none or no one of them
 * is chosen, and lists them.
 */
export function readAknText(
  source: string,
  path: string,
  choice: string | null,
  language: Language | null,
  otherwise: "base" | "current",
): { readonly text: Text; readonly notes: readonly Note[] } {
  const { texts, amendments, notes } = readAkn(source, language ? { language } : {});
  const [amendment] = amendments;
  if (amendment && amendments.length === 1) {
    const side = choice?.toLowerCase() ?? otherwise;
    if (side === "base" || side === "current") return { text: amendment[side], notes: [] };
  }
  const wanted = choice?.trim().toLowerCase() ?? null;
  const found = texts.filter(({ number }, i) => {
    const said = number.toLowerCase();
    return wanted === null
      ? texts.length === 1
      : wanted === String(i + 1) || said === wanted || said.startsWith(`${wanted} `);
  });
  const [one] = found;
  if (!one || found.length > 1) {
    const listed = texts.map(({ number, name }, i) => `  ${i + 1}  ${[number, name].filter(Boolean).join(", ")}`);
    const what = choice === null ? "" : found.length === 0 ? ` none is "${choice}".` : ` several are "${choice}".`;
    const several = texts.length === 1 ? "1 text" : `${texts.length} texts`;
    throw new Error(
      `${path} holds ${several};${what} Choose one by its place or number, with --text or as in "${path}#1":\n${listed.join("\n")}`,
    );
  }
  const name = one.number || one.name;
  const unread = notes.filter(({ kind, text }) => kind === "unread" && text === name);
  return {
    text: one.text,
    notes: unread.map(({ message }) => ({ line: 0, kind: "unread", message, removed: "", instead: "" })),
  };
}
