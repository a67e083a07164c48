import type { ClauseRedline } from "@plenary/diff";
import { type ClauseKind, type Language, direction, flatten } from "@plenary/document";
import { type CSSProperties, memo } from "react";
import { ClauseLabel } from "../../redline/ClauseLabel.tsx";
import { ClauseWords, type Looks } from "../../redline/ClauseWords.tsx";
import { type TextRow, isTouched } from "./textRows.ts";

/** What {@link PaperClause} shows. */
export interface PaperClauseProps extends Looks {
  readonly row: TextRow;
  readonly language: Language;
  /** Where it was moved from or to, in words; null when it was not. */
  readonly note: string | null;
  /** Whether it is the one to look at. */
  readonly focus: boolean;
  /** Whether it was written just now. */
  readonly fresh: boolean;
}

const headings: ReadonlySet<ClauseKind> = new Set(["heading", "title", "number", "annexNumber", "annexTitle"]);

/** A clause on a paper to be read, with its changes and its symbol in the margin. */
export const PaperClause = memo(function PaperClause({
  row,
  language,
  note,
  focus,
  fresh,
  ...looks
}: PaperClauseProps) {
  const { entry } = row;
  const clause = entry.current ?? entry.base;
  if (!clause) return null;
  const touched = isTouched(row);
  const Tag = clause.kind === "table" ? "div" : "p";
  const level = Math.min(clause.level, 9);
  // How high it is to be expected while it is out of sight and not laid out.
  const said = flatten(clause.content).length * (language === "zh" ? 2 : 1);
  const style: CSSProperties & Record<"--said", number> = { "--said": said };
  return (
    <Tag
      className={`clause clause-${clause.kind} level-${level}${touched ? " clause-changed" : ""}`}
      data-row={row.id}
      data-id={clause.id}
      data-base={entry.base?.id}
      data-move={entry.move ?? undefined}
      data-joint={entry.joint}
      data-symbol={entry.symbol === "NOC" ? undefined : entry.symbol}
      data-note={note ?? undefined}
      data-focus={focus || undefined}
      data-fresh={fresh || undefined}
      dir={direction(language)}
      lang={language}
      style={style}
      tabIndex={touched ? -1 : undefined}
      {...(headings.has(clause.kind) && { role: "heading", "aria-level": 2 })}
    >
      <Joint entry={entry} />
      <ClauseLabel entry={entry} />
      <ClauseWords entry={entry} {...looks} />
    </Tag>
  );
});

/** The paragraph mark that came before a clause that was split off, or went before one that was joined. */
function Joint({ entry: { joint } }: { readonly entry: ClauseRedline }) {
  if (!joint) return null;
  const Tag = joint === "split" ? "ins" : "del";
  return (
    <Tag className="joint" aria-hidden>
      ¶{" "}
    </Tag>
  );
}
