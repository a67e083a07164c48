import type { WishRow } from "@plenary/diff";
import { type Language, direction } from "@plenary/document";
import type { Group, ProposalsView } from "@plenary/server/api";
import { useTranslation } from "react-i18next";
import { Pieces } from "../redline/Pieces.tsx";
import { WishCard } from "./WishCard.tsx";

/** What {@link WishRowItem} shows. `current` is the number of the collision that the reader is at, from 0; null for none. */
export interface WishRowItemProps {
  readonly row: WishRow;
  readonly drafts: ProposalsView["drafts"];
  readonly groups: readonly Group[];
  readonly language: Language;
  readonly current: number | null;
}

/** One clause: the base's words, and what each group wants of it. */
export function WishRowItem({ row, drafts, groups, language, current }: WishRowItemProps) {
  const { t } = useTranslation();
  const { base, wishes, collisions } = row;
  return (
    <li
      className="wish-row"
      tabIndex={-1}
      data-row={row.id}
      data-colliding={collisions.length > 0}
      data-current={current !== null && collisions.includes(current)}
      data-testid="wish-row"
    >
      <div
        className="wish-base paper-looks"
        lang={base ? language : undefined}
        dir={base ? direction(language) : undefined}
      >
        {base ? (
          <div className={`clause clause-${base.kind} level-${Math.min(base.level, 9)}`}>
            {base.label !== null && <span className="label">{base.label}</span>}
            {base.rows.length > 0 ? <BaseTable rows={base.rows} /> : <Pieces content={base.content} />}
          </div>
        ) : (
          <span className="wish-new">{t("proposals.added")}</span>
        )}
      </div>
      {wishes.length > 0 && (
        <div className="wish-side">
          {collisions.length > 0 && (
            <p className="wish-collision">
              {collisions.map((number) => t("proposals.collision", { number: number + 1 })).join(" · ")}
            </p>
          )}
          <ul className="wishes">
            {wishes.map((wish) => (
              <WishCard key={wish.owners.join(" ")} wish={wish} drafts={drafts} groups={groups} language={language} />
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

function BaseTable({ rows }: { readonly rows: NonNullable<WishRow["base"]>["rows"] }) {
  return (
    <table className="redline-table">
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            {row.cells.map((cell) => (
              <td key={cell.id}>
                {cell.clauses.map((clause) => (
                  <div key={clause.id}>
                    <Pieces content={clause.content} />
                  </div>
                ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
