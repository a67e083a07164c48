import { Button, Group } from "@mantine/core";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ReviewView } from "../review/useReview.ts";

/** Decides on the changes that are chosen, else on all open ones that the filter wants; nothing where one may not. */
export function BulkDecide({ review }: { readonly review: ReviewView }) {
  const { t } = useTranslation();
  const group = useRef<HTMLDivElement>(null);
  const { open, selection, acts } = review;
  const wanted = selection.length > 0 ? selection : open;
  const offered = wanted.length > 1 || selection.length > 0;
  if (!acts.mayDecide) return null;
  return (
    <Group gap={4} role="group" aria-label={t("bulk.title")} ref={group} tabIndex={-1}>
      {offered &&
        (["accept", "reject"] as const).map((verdict) => (
          <Button
            key={verdict}
            size="compact-xs"
            variant="default"
            disabled={review.busy}
            onClick={() => {
              // The buttons go with what they decide.
              group.current?.focus();
              review.decideOn(wanted, verdict);
            }}
            data-testid={`bulk-${verdict}`}
          >
            {t(`bulk.${selection.length > 0 ? "chosen" : "shown"}.${verdict}`, { count: wanted.length })}
          </Button>
        ))}
    </Group>
  );
}
