import { VisuallyHidden } from "@mantine/core";
import type { CellRedline, ClauseRedline, RowRedline, Segment } from "@plenary/diff";
import type { ChangeState } from "@plenary/editor";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../frame/useLanguage.ts";
import { ClauseLabel } from "./ClauseLabel.tsx";
import { Pieces } from "./Pieces.tsx";
import { type Stroke, strokesOf } from "./strokesOf.ts";
import "./redline.css";

/** How the words of changes look, by the change's id; most look like any other. */
export interface Looks {
  readonly classes?: ReadonlyMap<string, string>;
  readonly states?: ReadonlyMap<string, ChangeState>;
}

/** What {@link ClauseWords} shows: a clause's redline; `without` leaves out what one side alone has. */
export interface ClauseWordsProps extends Looks {
  readonly entry: ClauseRedline;
  readonly without?: "-" | "+" | undefined;
}

/** A clause with its changes: what goes is struck, what comes underlined. */
export function ClauseWords({ entry, without, ...looks }: ClauseWordsProps) {
  if (entry.rows.length > 0)
    return (
      <table className="redline-table">
        <tbody>
          {entry.rows.filter(there(without)).map((row, at) => (
            <RowWords key={at} row={row} without={without} {...looks} />
          ))}
        </tbody>
      </table>
    );
  return strokesOf(entry)
    .filter(({ segment }) => segment.op !== without)
    .map((stroke, at) => (
      <StrokeWords key={at} stroke={stroke} {...looks}>
        <Pieces content={stroke.segment.content} />
      </StrokeWords>
    ));
}

/** Whether a row or cell stands on the side that is shown; a blank is on both. */
function there(without: "-" | "+" | undefined) {
  return ({ base, current }: RowRedline | CellRedline): boolean =>
    !without || (base === null && current === null) || (without === "-" ? current !== null : base !== null);
}

function RowWords({ row, without, ...looks }: Omit<ClauseWordsProps, "entry"> & { readonly row: RowRedline }) {
  const op = row.base === null ? "+" : row.current === null ? "-" : null;
  return (
    <tr>
      {row.cells.filter(there(without)).map((cell, at) => (
        <td key={at}>
          {cell.clauses.map((entry, i) => (
            <div key={i}>
              <ClauseLabel entry={entry} without={without} />
              {op ? (
                <StrokeWords stroke={{ segment: { op, content: [] }, change: null }} {...looks}>
                  <Pieces content={(entry.current ?? entry.base)?.content ?? []} />
                </StrokeWords>
              ) : (
                <ClauseWords entry={entry} without={without} {...looks} />
              )}
            </div>
          ))}
        </td>
      ))}
    </tr>
  );
}

const names: Readonly<Record<Segment["op"], "del" | "ins" | null>> = { "-": "del", "+": "ins", "=": null };

function StrokeWords({
  stroke,
  classes,
  states,
  children,
}: Looks & { readonly stroke: Stroke; readonly children: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const Tag = names[stroke.segment.op];
  if (!Tag) return children;
  const change = stroke.change ?? "";
  return (
    <Tag className={classes?.get(change)} data-change={change || undefined} data-state={states?.get(change)}>
      <VisuallyHidden lang={language}>{t(Tag === "del" ? "proposals.deleted" : "proposals.inserted")} </VisuallyHidden>
      {children}
    </Tag>
  );
}
