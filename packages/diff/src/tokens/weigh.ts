import { functionWords } from "./functionWords.ts";
import type { TokenKind } from "./glue.ts";

/** What a hunk costs: `onesided` when it deletes or inserts alone, `twosided` when it replaces. */
export const hunkCost = { onesided: 0.8, twosided: 1.8 } as const;

/**
 * What keeping a token earns, in units of about one content word. A token is kept between two
 * changes when what is kept there earns more than the hunk it costs; see SPEC.md.
 */
export function weigh(token: string, kind: TokenKind, language: string): number {
  switch (kind) {
    case "space":
      return 0.02;
    case "sign":
      return 0.05;
    case "break":
      return 0.5;
    case "anchor":
      return 1;
    case "figure":
      return 0.9;
    case "dense":
      return token.length === 1 ? 0.15 : Math.min(1.7, 0.5 * token.length);
    case "word":
      if (functionWords(language).has(token.toLowerCase())) return 0.4;
      return Math.min(1.7, 0.8 + 0.08 * token.length);
  }
}
