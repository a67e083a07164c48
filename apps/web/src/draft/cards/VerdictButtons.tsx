import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Card } from "../review/cards.ts";
import type { CardActs } from "./ChangeCard.tsx";

/** What {@link VerdictButtons} decide on: a change, which of those shown it is, and whether its line says so. */
export interface VerdictButtonsProps {
  readonly card: Card;
  readonly number: number;
  readonly of: "card" | "line";
  readonly acts: CardActs;
}

/** Accept and reject, for one change; in a line, where its name is not heard before, they say of which. */
export function VerdictButtons({ card, number, of, acts }: VerdictButtonsProps) {
  const { t } = useTranslation();
  return (["accept", "reject"] as const).map((verdict) => (
    <Button
      key={verdict}
      size="compact-xs"
      variant={verdict === "accept" ? "default" : "subtle"}
      color="gray"
      disabled={acts.busy}
      aria-label={of === "line" ? t("card.decide", { verdict: t(`decide.${verdict}`), number }) : undefined}
      onClick={() => acts.onDecide(card, verdict)}
      data-testid={of === "line" ? `line-${verdict}` : verdict}
    >
      {t(`decide.${verdict}`)}
    </Button>
  ));
}
