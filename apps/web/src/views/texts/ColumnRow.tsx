import { type Language, direction } from "@plenary/document";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { ClauseLabel } from "../../redline/ClauseLabel.tsx";
import { ClauseWords, type Looks } from "../../redline/ClauseWords.tsx";
import { type TextRow, isTouched } from "./textRows.ts";

/** What {@link ColumnRow} shows. */
export interface ColumnRowProps extends Looks {
  readonly row: TextRow;
  readonly language: Language;
}

const sides = ["base", "current"] as const;

/** One clause in two columns: as it was, with what goes; as it is, with what comes. */
export const ColumnRow = memo(function ColumnRow({ row, language, ...looks }: ColumnRowProps) {
  const { t } = useTranslation();
  const { entry } = row;
  const moved = entry.move !== null;
  return (
    <li className="column-row" data-row={row.id} data-touched={isTouched(row)} data-joint={entry.joint} tabIndex={-1}>
      {sides.map((side) => {
        const clause = entry[side];
        return (
          <div key={side} className="column" data-side={side} data-empty={!row[side]}>
            {row[side] && clause ? (
              <div
                className={`clause clause-${clause.kind} level-${Math.min(clause.level, 9)}`}
                lang={language}
                dir={direction(language)}
              >
                <ClauseLabel entry={entry} without={side === "base" ? "+" : "-"} />
                <ClauseWords entry={entry} without={side === "base" ? "+" : "-"} {...looks} />
              </div>
            ) : (
              <span className="column-none">
                {t(moved ? "compare.elsewhere" : side === "base" ? "compare.added" : "compare.suppressed")}
              </span>
            )}
          </div>
        );
      })}
    </li>
  );
});
