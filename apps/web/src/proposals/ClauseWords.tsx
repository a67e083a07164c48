import { VisuallyHidden } from "@mantine/core";
import type { ClauseRedline, RowRedline, Segment } from "@plenary/diff";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../frame/useLanguage.ts";
import { Pieces } from "./Pieces.tsx";
import { strokesOf } from "./strokesOf.ts";

/** What {@link ClauseWords} shows: a clause's redline, and the ids of its changes that collide. */
export interface ClauseWordsProps {
  readonly entry: ClauseRedline;
  readonly colliding: ReadonlySet<string>;
}

/** A clause as somebody wishes it: what goes is struck, what comes underlined, what collides marked. */
export function ClauseWords({ entry, colliding }: ClauseWordsProps) {
  if (entry.rows.length > 0)
    return (
      <table className="wish-table">
        <tbody>
          {entry.rows.map((row, at) => (
            <RowWords key={at} row={row} colliding={colliding} />
          ))}
        </tbody>
      </table>
    );
  return strokesOf(entry).map(({ segment, change }, at) => (
    <Stroke key={at} op={segment.op} colliding={change !== null && colliding.has(change)}>
      <Pieces content={segment.content} />
    </Stroke>
  ));
}

function RowWords({ row, colliding }: { readonly row: RowRedline; readonly colliding: ReadonlySet<string> }) {
  const op = row.base === null ? "+" : row.current === null ? "-" : null;
  return (
    <tr>
      {row.cells.map((cell, at) => (
        <td key={at}>
          {cell.clauses.map((entry, i) => (
            <div key={i}>
              {op ? (
                <Stroke op={op} colliding={false}>
                  <Pieces content={(entry.current ?? entry.base)?.content ?? []} />
                </Stroke>
              ) : (
                <ClauseWords entry={entry} colliding={colliding} />
              )}
            </div>
          ))}
        </td>
      ))}
    </tr>
  );
}

/** What {@link Stroke} shows. */
interface StrokeProps {
  readonly op: Segment["op"];
  readonly colliding: boolean;
  readonly children: ReactNode;
}

function Stroke({ op, colliding, children }: StrokeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (op === "=") return children;
  const Tag = op === "-" ? "del" : "ins";
  return (
    <Tag className={colliding ? "colliding" : undefined}>
      <VisuallyHidden lang={language}>{t(op === "-" ? "proposals.deleted" : "proposals.inserted")} </VisuallyHidden>
      {children}
    </Tag>
  );
}
