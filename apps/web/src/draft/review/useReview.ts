import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardActs } from "../panels/ChangeCard.tsx";
import type { Card } from "./cards.ts";
import { type Filter, choicesOf, everything, filtered } from "./filter.ts";
import type { AuthorsById } from "./useAuthors.ts";
import { type Part, type Verdict, useDecide } from "./useDecide.tsx";

/** What a review works on. */
export interface ReviewOptions {
  readonly draft: string;
  readonly mayDecide: boolean;
  readonly cards: readonly Card[];
  readonly authors: AuthorsById;
  readonly active: string | null;
  readonly onGo: (key: string) => void;
  readonly onPoint: (key: string | null) => void;
  readonly onLeave: () => void;
}

const noneSelected: ReadonlySet<string> = new Set();

/** The changes in view, going through them, and deciding on them: one, those chosen, or all that a filter wants. */
export function useReview({ draft, mayDecide, cards, authors, active, ...on }: ReviewOptions) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState<Filter>(everything);
  const [chosen, setChosen] = useState(noneSelected);
  const [heard, setHeard] = useState("");
  const last = useRef<{ readonly verdict: Verdict; readonly part: Part | undefined } | null>(null);
  const { busy, decide, undo } = useDecide(draft);
  const shown = useMemo(() => filtered(cards, authors, filter), [cards, authors, filter]);
  const choices = useMemo(() => choicesOf(cards, authors), [cards, authors]);
  const open = useMemo(() => shown.filter(({ state }) => state === "pending"), [shown]);
  const selection = useMemo(() => open.filter(({ key }) => chosen.has(key)), [open, chosen]);

  const decideOn = (wanted: readonly Card[], verdict: Verdict, part?: Part): void => {
    if (wanted.length === 0 || busy) return;
    last.current = { verdict, part };
    decide({ cards: wanted, verdict, part }, { onSuccess: () => setChosen(noneSelected) });
  };
  const step = (by: 1 | -1): void => {
    const from = shown.findIndex(({ key }) => key === active);
    const around = from === -1 ? shown : [...shown.slice(from + 1), ...shown.slice(0, from)];
    const ahead = mayDecide ? around.filter(({ state }) => state === "pending") : around;
    const target = by === 1 ? ahead[0] : ahead.at(-1);
    if (!target) return;
    const groups = [...new Set((authors[target.change.id] ?? []).map(({ group }) => group))].filter(Boolean).join(", ");
    const summary = groups === "" ? target.summary : `${groups}, ${target.summary}`;
    setHeard(t("card.name", { number: shown.indexOf(target) + 1, count: shown.length, summary }));
    on.onGo(target.key);
  };

  const now = { decideOn, step, cards, authors, ...on };
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });

  const acts = useMemo((): CardActs => {
    const verdictOf: Readonly<Record<string, Verdict>> = { KeyA: "accept", KeyR: "reject" };
    return {
      mayDecide,
      busy,
      onGo: (key) => latest.current.onGo(key),
      onPoint: (key) => latest.current.onPoint(key),
      onLeave: () => latest.current.onLeave(),
      onDecide: (card, verdict, part) => latest.current.decideOn([card], verdict, part),
      onDecideWhere: (where, verdict) => {
        const all = filtered(latest.current.cards, latest.current.authors, { ...everything, ...where });
        latest.current.decideOn(
          all.filter(({ state }) => state === "pending"),
          verdict,
        );
      },
      onSelect: (key, selected) =>
        setChosen((before) => new Set(selected ? [...before, key] : [...before].filter((one) => one !== key))),
      onKey: (code, card) => {
        const verdict = verdictOf[code] ?? (code === "Period" ? last.current?.verdict : undefined);
        if (!mayDecide || !verdict || card.state !== "pending") return false;
        latest.current.decideOn([card], verdict, code === "Period" ? last.current?.part : undefined);
        return true;
      },
    };
  }, [mayDecide, busy]);

  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!event.altKey || event.ctrlKey || event.metaKey || (event.code !== "KeyJ" && event.code !== "KeyK")) return;
      event.preventDefault();
      latest.current.step(event.code === "KeyJ" ? 1 : -1);
    };
    window.addEventListener("keydown", pressed);
    return () => window.removeEventListener("keydown", pressed);
  }, []);

  return { filter, setFilter, choices, shown, open, selection, busy, heard, acts, decideOn, step, undo };
}

/** A review that is going on. */
export type ReviewView = ReturnType<typeof useReview>;
