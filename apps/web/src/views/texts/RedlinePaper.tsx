import type { Redline } from "@plenary/diff";
import { direction } from "@plenary/document";
import type { ChangeState } from "@plenary/editor";
import { type RefObject, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { placesOf } from "../../draft/review/placesOf.ts";
import { PaperClause } from "./PaperClause.tsx";
import { type TextRow, textRows } from "./textRows.ts";

/** What {@link RedlinePaper} shows. */
export interface RedlinePaperProps {
  readonly redline: Redline;
  /** The name of the paper, for who hears it. */
  readonly label: string;
  readonly states?: ReadonlyMap<string, ChangeState>;
  /** The change to light up; null for none. */
  readonly lit?: string | null;
  /** The id of the row to look at; null for none. */
  readonly focus?: string | null;
  /** The ids of the clauses that were written just now. */
  readonly fresh?: ReadonlySet<string>;
  readonly paper?: RefObject<HTMLDivElement | null>;
}

const none: ReadonlySet<string> = new Set();

/** A redline as a paper to be read: nobody can type in it. */
export function RedlinePaper(props: RedlinePaperProps) {
  const { redline, label, states, lit = null, focus = null, fresh = none, paper } = props;
  const { t } = useTranslation();
  const rows = useMemo(() => textRows(redline), [redline]);
  const moved = rows.some(({ entry }) => entry.move !== null);
  const { base: published, current: shown } = redline;
  const places = useMemo(
    () => (moved ? { from: placesOf(published), to: placesOf(shown) } : null),
    [moved, published, shown],
  );
  const litUp = useMemo(() => (lit === null ? undefined : new Map([[lit, "lit"]])), [lit]);
  const note = ({ entry: { move, base } }: TextRow): string | null => {
    if (!move || !base) return null;
    const place = (move === "to" ? places?.from : places?.to)?.get(base.id) ?? "";
    return t(move === "to" ? "paper.movedFrom" : "paper.movedTo", { place });
  };
  return (
    // The margin of the symbols is on the side where the text begins, whichever way the page goes.
    <div className="paper" data-mode="marked" dir={direction(shown.language)} ref={paper}>
      <div className="paper-text" role="document" aria-label={label} lang={shown.language} data-testid="redline-paper">
        {rows.map((row) => (
          <PaperClause
            key={row.id}
            row={row}
            language={shown.language}
            note={note(row)}
            focus={row.id === focus}
            fresh={fresh.has(row.entry.current?.id ?? row.entry.base?.id ?? "")}
            {...(states && row.changes.length > 0 && { states })}
            {...(litUp && row.changes.includes(lit ?? "") && { classes: litUp })}
          />
        ))}
      </div>
    </div>
  );
}
