import type { Redline } from "@plenary/diff";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { command } from "../../commands/command.ts";
import { useCommands } from "../../commands/useCommands.ts";
import { textRows } from "./textRows.ts";

/** Going from change to change of a text that is read. */
export interface Steps {
  readonly count: number;
  /** Which change the reader is at, from 0; null before the first step. */
  readonly at: number | null;
  /** The id of that change. */
  readonly lit: string | null;
  readonly step: (by: 1 | -1) => void;
}

/** Steps through the changes of a redline that is shown inside of the element, by key too. */
export function useSteps(redline: Redline, inside: RefObject<HTMLElement | null>): Steps {
  const { t } = useTranslation();
  const [reached, setReached] = useState<string | null>(null);
  const rows = useMemo(() => textRows(redline), [redline]);
  const changes = useMemo(
    () => rows.flatMap(({ id, changes }) => changes.map((change) => ({ row: id, change }))),
    [rows],
  );
  const at = changes.findIndex(({ change }) => change === reached);
  const target = useRef<string | null>(null);

  const step = useCallback(
    (by: 1 | -1): void => {
      if (changes.length === 0) return;
      const next = at === -1 ? (by === 1 ? 0 : changes.length - 1) : (at + by + changes.length) % changes.length;
      target.current = changes[next]?.row ?? null;
      setReached(changes[next]?.change ?? null);
    },
    [changes, at],
  );
  useCommands(() => [
    command(t, "change.next", changes.length > 0 ? () => step(1) : null),
    command(t, "change.previous", changes.length > 0 ? () => step(-1) : null),
  ]);

  useEffect(() => {
    if (reached === null || target.current === null) return;
    const row = inside.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(target.current)}"]`);
    target.current = null;
    row?.focus({ preventScroll: true });
    (row?.querySelector(".lit") ?? row)?.scrollIntoView({ block: "center" });
  }, [reached, inside]);

  return { count: changes.length, at: at === -1 ? null : at, lit: at === -1 ? null : reached, step };
}
