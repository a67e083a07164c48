import type { ClauseRedline, Wish } from "@plenary/diff";
import { type Language, direction } from "@plenary/document";
import type { Group, ProposalsView } from "@plenary/server/api";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ClauseWords } from "../redline/ClauseWords.tsx";
import { GroupBadge } from "./GroupBadge.tsx";

/** What {@link WishCard} shows. */
export interface WishCardProps {
  readonly wish: Wish;
  readonly drafts: ProposalsView["drafts"];
  readonly groups: readonly Group[];
  readonly language: Language;
}

/** Changes that the words themselves do not show. */
const unseen = ["move", "kind", "marks", "split"] as const;

/** What one group, or several alike, want of a clause. */
export function WishCard({ wish, drafts, groups, language }: WishCardProps) {
  const { t } = useTranslation();
  const colliding = useMemo(() => new Map(wish.colliding.map((id) => [id, "colliding"])), [wish.colliding]);
  const [first] = wish.entries;
  const kinds = unseen.filter((kind) => wish.entries.some(({ changes }) => changes.some((one) => one.kind === kind)));
  return (
    <li className="wish" data-colliding={colliding.size > 0} data-testid="wish">
      <div className="wish-head">
        {wish.owners.map((owner) => (
          <GroupBadge key={owner} code={drafts[owner]?.group ?? ""} groups={groups} />
        ))}
        <span className="wish-symbol">{first?.symbol}</span>
        {kinds.map((kind) => (
          <span key={kind} className="wish-kind">
            {t(`kind.${kind}`)}
          </span>
        ))}
        {colliding.size > 0 && (
          <span className="wish-collides">
            <IconAlertTriangle size={14} aria-hidden /> {t("proposals.collides")}
          </span>
        )}
      </div>
      {wish.entries.map((entry, at) => (
        <div key={at} className="wish-words" lang={language} dir={direction(language)}>
          <Label entry={entry} />
          <ClauseWords entry={entry} classes={colliding} />
        </div>
      ))}
    </li>
  );
}

// A label follows from structure; only that of an added clause and of a piece split off is new.
function Label({ entry: { base, current, joint } }: { readonly entry: ClauseRedline }) {
  const label = (joint === "split" ? current : (base ?? current))?.label ?? null;
  return label === null ? null : <span className="wish-label">{label}</span>;
}
