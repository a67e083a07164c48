import { ANCHOR, type Content, type Inline, anchor, content, run } from "@plenary/document";

/** What a line says as content, and the signs of formatting that were taken away. */
export interface ReadContent {
  readonly content: Content;
  readonly signs: string;
}

const formatting = /\*\*([^*\s](?:[^*]*[^*\s])?)\*\*|(?<![\p{L}\p{N}*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![\p{L}\p{N}*])/gu;

/** Reads a line: bold and italic of Markdown, and anchors by the clause ids that `footnotes` gives in their order. */
export function readContent(said: string, footnotes: readonly string[]): ReadContent {
  const pieces: (string | Inline)[] = [];
  let signs = "";
  let next = 0;
  const add = (text: string, mark?: "bold" | "italic") => {
    for (const part of text.split(new RegExp(`(${ANCHOR})`))) {
      const footnote = footnotes[next];
      if (part !== ANCHOR) pieces.push(mark ? run(part, mark) : part);
      else {
        next++;
        if (footnote !== undefined) pieces.push(anchor(footnote));
      }
    }
  };
  let at = 0;
  for (const match of said.matchAll(formatting)) {
    add(said.slice(at, match.index));
    if (match[1] === undefined) add(match[2] ?? "", "italic");
    else add(match[1], "bold");
    signs += match[1] === undefined ? "**" : "****";
    at = match.index + match[0].length;
  }
  add(said.slice(at));
  return { content: content(...pieces), signs };
}
