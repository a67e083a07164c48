import { type Clause, type Text, term } from "@plenary/document";
import { said } from "./said.ts";

/** An annex or attachment: its number line, its title if it has one, and what follows up to the next. */
export interface Annex {
  readonly label: string;
  readonly title: string | null;
  readonly clauses: readonly Clause[];
  /** Whether it is an attachment of a letter, which holds whole texts. */
  readonly attachment: boolean;
}

/** A text taken apart at its annexes; footnotes belong to none of them. */
export interface Parts {
  readonly main: readonly Clause[];
  readonly annexes: readonly Annex[];
  readonly footnotes: readonly Clause[];
}

/** Takes a text apart; the header table stays in `main`. */
export function partsOf(text: Text): Parts {
  const footnotes = text.clauses.filter((clause) => clause.kind === "footnote");
  const clauses = text.clauses.filter((clause) => clause.kind !== "footnote");
  const starts = clauses.flatMap((clause, i) => (clause.kind === "annexNumber" ? [i] : []));
  const attachment = term("attachment", text.language).toLowerCase();
  const annexes = starts.map((start, i): Annex => {
    const rest = clauses.slice(start + 1, starts[i + 1]);
    const titled = rest[0]?.kind === "annexTitle";
    const label = said(clauses[start]);
    return {
      label,
      title: titled ? said(rest[0]) : null,
      clauses: titled ? rest.slice(1) : rest,
      attachment: label.toLowerCase().startsWith(attachment),
    };
  });
  return { main: clauses.slice(0, starts[0] ?? clauses.length), annexes, footnotes };
}
