import { Alert, Text, Title } from "@mantine/core";
import type { WishRow } from "@plenary/diff";
import type { Group, ProposalsView } from "@plenary/server/api";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { command } from "../commands/command.ts";
import { useCommands } from "../commands/useCommands.ts";
import { FoldedRows } from "../redline/FoldedRows.tsx";
import { type Folding, foldRows } from "../redline/foldRows.ts";
import { CollisionBar } from "./CollisionBar.tsx";
import { GroupBadge } from "./GroupBadge.tsx";
import { WishRowItem } from "./WishRowItem.tsx";

/** What {@link SideBySide} shows. */
export interface SideBySideProps {
  readonly view: ProposalsView;
  readonly groups: readonly Group[];
}

const folding: Folding<WishRow> = { touched: ({ wishes }) => wishes.length > 0, clause: ({ base }) => base };

/** A text clause by clause with what each group wants of it, and the way from collision to collision. */
export function SideBySide({ view, groups }: SideBySideProps) {
  const { t } = useTranslation();
  const { text, drafts, rows, collisions: count } = view;
  const list = useRef<HTMLOListElement>(null);
  const [reached, setReached] = useState<number | null>(null);
  const [only, setOnly] = useState(false);
  // Drafts go on while this is read: collisions may have become fewer.
  const at = reached !== null && reached < count ? reached : null;
  const stretches = useMemo(() => foldRows(rows, folding), [rows]);

  const step = useCallback(
    (by: 1 | -1): void => {
      if (count === 0) return;
      const next = at === null ? (by === 1 ? 0 : count - 1) : (at + by + count) % count;
      setReached(next);
      const row = rows.find(({ collisions }) => collisions.includes(next));
      const found = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row?.id ?? "")}"]`);
      found?.focus({ preventScroll: true });
      found?.scrollIntoView({ block: "center" });
    },
    [at, count, rows],
  );
  useCommands(() => [
    command(t, "collision.next", count > 0 ? () => step(1) : null),
    command(t, "collision.previous", count > 0 ? () => step(-1) : null),
  ]);

  const item = (row: WishRow): ReactNode => (
    <WishRowItem key={row.id} row={row} drafts={drafts} groups={groups} language={text.language} current={at} />
  );
  return (
    <>
      <Title order={1} size="h3">
        {t("proposals.title")}
      </Title>
      <Text lang={text.language}>
        <bdi>
          {text.number}: {text.title}
        </bdi>
      </Text>
      <ul className="wish-drafts" aria-label={t("drafts.title")}>
        {drafts.map(({ id, group, number, symbol }) => (
          <li key={id}>
            <GroupBadge code={group} groups={groups} />{" "}
            <Link href={`/drafts/${id}`}>
              <bdi dir="ltr">
                {symbol} {number}
              </bdi>
            </Link>
          </li>
        ))}
      </ul>
      {drafts.length < 2 && (
        <Alert color="gray" my="md">
          {t(drafts.length === 0 ? "proposals.empty" : "proposals.one")}
        </Alert>
      )}
      <CollisionBar count={count} at={at} only={only} onOnly={setOnly} onStep={step} />
      <div className="wish-columns" aria-hidden>
        <span>{t("mode.base")}</span>
        <span>{t("proposals.wishes")}</span>
      </div>
      <ol className="wish-rows" ref={list}>
        {only
          ? rows.filter(({ collisions }) => collisions.length > 0).map(item)
          : stretches.map(({ id, folded, rows }) =>
              folded ? (
                <FoldedRows key={id} count={rows.length}>
                  {rows.map(item)}
                </FoldedRows>
              ) : (
                rows.map(item)
              ),
            )}
      </ol>
    </>
  );
}
