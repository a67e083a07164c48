import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Command, command } from "../../commands/command.ts";
import { useCommands } from "../../commands/useCommands.ts";
import type { CardActs } from "../cards/ChangeCard.tsx";
import { useLanguage } from "../../frame/useLanguage.ts";
import { cardName } from "./cardName.ts";
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
  /** The keys of the changes that the selection on the paper takes in. */
  readonly selected: readonly string[];
  readonly onGo: (key: string) => void;
  readonly onPoint: (key: string | null) => void;
  readonly onLeave: () => void;
  /** Whether the paper is what is looked at: elsewhere other keys go from change to change. */
  readonly onPaper: boolean;
}

/** What a screen reader is told: what has been decided, and the change that was gone to. */
export interface Heard {
  readonly decided: string;
  readonly at: string;
}

const noneSelected: ReadonlySet<string> = new Set();

/** The changes in view, going through them, and deciding on them: one, those chosen, or all that a filter wants. */
export function useReview({ draft, mayDecide, cards, authors, active, selected, onPaper, ...on }: ReviewOptions) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [filter, setFilter] = useState<Filter>(everything);
  const [chosen, setChosen] = useState(noneSelected);
  const [heard, setHeard] = useState<Heard>({ decided: "", at: "" });
  const last = useRef<{ readonly verdict: Verdict; readonly part: Part | undefined } | null>(null);
  const underway = useRef(new Set<string>());
  const { busy, decide, undo } = useDecide(draft);
  const shown = useMemo(() => filtered(cards, authors, filter), [cards, authors, filter]);
  const choices = useMemo(() => choicesOf(cards, authors), [cards, authors]);
  const open = useMemo(() => shown.filter(({ state }) => state === "pending"), [shown]);
  const selection = useMemo(() => open.filter(({ key }) => chosen.has(key)), [open, chosen]);
  /** What a decision without a card is about: what is selected on the paper, else the change that is lit. */
  const within = useMemo(
    () => cards.filter(({ key, state }) => state === "pending" && selected.includes(key)),
    [cards, selected],
  );
  const lit = useMemo(() => open.filter(({ key }) => key === active), [open, active]);
  const here = within.length > 0 ? within : lit;

  /** Whether a decision was sent: on those of which none is on its way. */
  const decideOn = (all: readonly Card[], verdict: Verdict, part?: Part): boolean => {
    const wanted = all.filter(({ key }) => !underway.current.has(key));
    if (wanted.length === 0) return false;
    last.current = { verdict, part };
    const keys = new Set(wanted.map(({ key }) => key));
    for (const key of keys) underway.current.add(key);
    const decided = (): void => {
      setChosen((before) => new Set([...before].filter((key) => !keys.has(key))));
      const message = verdict === "accept" ? "decide.accepted" : "decide.rejected";
      setHeard(({ at }) => ({ decided: t(message, { count: wanted.length }), at }));
    };
    // A refusal has been told of.
    void decide({ cards: wanted, verdict, part })
      .then(decided, () => undefined)
      .finally(() => {
        for (const key of keys) underway.current.delete(key);
      });
    return true;
  };
  const step = (by: 1 | -1): void => {
    const from = shown.findIndex(({ key }) => key === active);
    const around = from === -1 ? shown : [...shown.slice(from + 1), ...shown.slice(0, from)];
    const ahead = mayDecide ? around.filter(({ state }) => state === "pending") : around;
    const target = by === 1 ? ahead[0] : ahead.at(-1);
    if (!target) return;
    const place = { number: shown.indexOf(target) + 1, count: shown.length };
    const at = cardName(t, language, target, authors[target.change.id] ?? [], place);
    setHeard({ decided: "", at });
    on.onGo(target.key);
  };
  const decideHere = (verdict: Verdict): void => {
    if (here.length === 0) return;
    decideOn(here, verdict);
    if (within.length === 0) step(1);
  };
  const commands = (): readonly Command[] => [
    command(t, "change.next", shown.length > 0 ? () => step(1) : null),
    command(t, "change.previous", shown.length > 0 ? () => step(-1) : null),
    ...(mayDecide
      ? [
          command(t, "change.accept", here.length > 0 ? () => decideHere("accept") : null),
          command(t, "change.reject", here.length > 0 ? () => decideHere("reject") : null),
        ]
      : []),
  ];
  useCommands(() => (onPaper ? commands() : []));

  const now = { decideOn, step, cards, authors, selection, ...on };
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  });

  const acts = useMemo((): CardActs => {
    const verdictOf: Readonly<Record<string, Verdict>> = { "card.accept": "accept", "card.reject": "reject" };
    return {
      mayDecide,
      busy,
      onGo: (key) => latest.current.onGo(key),
      onPoint: (key) => latest.current.onPoint(key),
      onLeave: () => latest.current.onLeave(),
      onDecide: (card, verdict, part) => void latest.current.decideOn([card], verdict, part),
      onDecideWhere: (where, verdict) => {
        const all = filtered(latest.current.cards, latest.current.authors, { ...everything, ...where });
        latest.current.decideOn(
          all.filter(({ state }) => state === "pending"),
          verdict,
        );
      },
      onChoose: (keys, wanted) =>
        setChosen(
          (before) => new Set(wanted ? [...before, ...keys] : [...before].filter((one) => !keys.includes(one))),
        ),
      onKey: (meant, card) => {
        const together = meant === "card.acceptChosen" ? "accept" : meant === "card.rejectChosen" ? "reject" : null;
        if (together) return mayDecide && latest.current.decideOn(latest.current.selection, together);
        const again = meant === "card.again";
        const verdict = again ? last.current?.verdict : verdictOf[meant];
        if (!mayDecide || !verdict || card.state !== "pending") return false;
        return latest.current.decideOn([card], verdict, again ? last.current?.part : undefined);
      },
    };
  }, [mayDecide, busy]);

  return {
    filter,
    setFilter,
    choices,
    shown,
    open,
    chosen,
    selection,
    within,
    busy,
    heard,
    acts,
    decideOn,
    decideHere,
    step,
    undo,
  };
}

/** A review that is going on. */
export type ReviewView = ReturnType<typeof useReview>;
