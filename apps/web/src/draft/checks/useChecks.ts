import type { Clause } from "@plenary/document";
import type { DraftEditor, DraftState, PaperNote } from "@plenary/editor";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { placesOf } from "../review/placesOf.ts";
import { type OpenBracket, openBrackets } from "./openBrackets.ts";
import { type StaleReference, staleReferences } from "./staleReferences.ts";

/** What is to be looked at in a draft, and where each clause stands by its id. */
export interface Checks {
  readonly brackets: readonly OpenBracket[];
  readonly references: readonly StaleReference[];
  readonly places: ReadonlyMap<string, string>;
}

const nothing: Checks = { brackets: [], references: [], places: new Map() };

/** What is to be looked at in the draft as it stands, noted on the paper too. */
export function useChecks(state: DraftState | null, editor: DraftEditor | null): Checks {
  const { t } = useTranslation();
  const [bracketsOf] = useState(remembered);
  const redline = state?.redline;
  const checks = useMemo((): Checks => {
    if (!redline) return nothing;
    const { current } = redline;
    return {
      brackets: deep(current.clauses).flatMap(bracketsOf),
      references: staleReferences(redline),
      places: placesOf(current),
    };
  }, [redline, bracketsOf]);
  useEffect(() => {
    const note =
      (kind: PaperNote["kind"], said: string) =>
      (found: OpenBracket | StaleReference): PaperNote => {
        const { clause, from, to } = found;
        return { clause, from, to, kind, said };
      };
    editor?.setNotes([
      ...checks.brackets.map(note("bracket", t("checks.bracket"))),
      ...checks.references.map(note("reference", t("checks.reference"))),
    ]);
  }, [editor, checks, t]);
  return checks;
}

/** Brackets are looked for once in a clause while it says the same. */
function remembered(): (clause: Clause) => readonly OpenBracket[] {
  const known = new WeakMap<Clause, readonly OpenBracket[]>();
  return (clause) => {
    const found = known.get(clause) ?? openBrackets(clause);
    known.set(clause, found);
    return found;
  };
}

function deep(clauses: readonly Clause[]): Clause[] {
  return clauses.flatMap((clause) => [
    clause,
    ...clause.rows.flatMap(({ cells }) => cells.flatMap((cell) => deep(cell.clauses))),
  ]);
}
