import { ANCHOR, BREAK } from "@plenary/document";
import { classAt } from "./characters.ts";
import { type TokenKind, article, compound, enumerator, figure, leadingLabel, word } from "./glue.ts";
import { denseWords, graphemes } from "./segment.ts";

/** The tokens of a string: token i is the half-open range [starts[i], starts[i + 1]) and is of kinds[i]. */
export interface Tokens {
  readonly text: string;
  readonly starts: readonly number[];
  readonly kinds: readonly TokenKind[];
}

/**
 * Cuts a string into the tokens a drafter thinks in: words with their marks and hyphens, figures
 * with their separators, enumerators, runs of space, single signs. No token boundary lies inside a
 * grapheme cluster. The language is a BCP 47 code and matters for scripts without spaces alone.
 */
export function tokenize(text: string, language: string): Tokens {
  const starts: number[] = [];
  const kinds: TokenKind[] = [];
  let at = 0;
  const push = (kind: TokenKind, end: number) => {
    starts.push(at);
    kinds.push(kind);
    at = end;
  };
  const label = leadingLabel(text);
  if (label > 0) push("figure", label);
  while (at < text.length) {
    const kind = classAt(text, at);
    switch (kind) {
      case "space": {
        if (text[at] === BREAK) {
          push("break", at + 1);
          break;
        }
        push("space", runEnd(text, at, "space"));
        break;
      }
      case "mark": {
        // A mark belongs to what stands before it.
        at = runEnd(text, at, "mark");
        if (starts.length === 0) {
          starts.push(0);
          kinds.push("sign");
        }
        break;
      }
      case "digit": {
        push("figure", figure(text, at));
        const end = compound(text, at);
        if (end > at) {
          kinds[kinds.length - 1] = "word";
          at = end;
        }
        break;
      }
      case "letter": {
        push("word", word(text, at));
        break;
      }
      case "dense": {
        const end = article(text, at);
        if (end > at) {
          push("figure", end);
          break;
        }
        const ends = denseWords(text, at, runEnd(text, at, "dense"), language);
        if (ends[0] === at + 1 && joins(text, at, starts, kinds)) {
          starts.pop();
          kinds.pop();
          at = ends.shift()!;
        }
        for (const end of ends) push("dense", end);
        break;
      }
      case "odd": {
        for (const end of graphemes(text, at, oddEnd(text, at))) push("sign", end);
        break;
      }
      case "symbol": {
        const end = isMoney(text, at) ? figure(text, at + 1) : enumerator(text, at);
        if (end > at) push("figure", end);
        else push(text[at] === ANCHOR ? "anchor" : "sign", at + 1);
        break;
      }
    }
  }
  starts.push(text.length);
  return { text, starts, kinds };
}

// Whether an enumeration comma stands before a place and one character before that: 区、县 names one thing, as and/or does.
function joins(text: string, at: number, starts: readonly number[], kinds: readonly TokenKind[]): boolean {
  const start = starts.at(-2);
  return text[at - 1] === "、" && kinds.at(-2) === "dense" && (start === at - 2 || text[at - 3] === "、");
}

// A currency belongs to its amount.
function isMoney(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return next >= 0x30 && next <= 0x39 && /\p{Sc}/u.test(text[at]!);
}

function runEnd(text: string, from: number, kind: string): number {
  let at = from + 1;
  while (at < text.length && text[at] !== BREAK) {
    const next = classAt(text, at);
    // Marks stay with the dense character before them; after a space the caller attaches them.
    if (next !== kind && !(kind === "dense" && next === "mark")) break;
    at++;
  }
  return at;
}

function oddEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const next = classAt(text, at);
    if (next !== "odd" && next !== "mark") break;
    at++;
  }
  return at;
}
