import { Text as Words } from "@mantine/core";
import type { Text } from "@plenary/document";
import type { DraftDetail } from "@plenary/server/api";
import { type ReactNode, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { redlineMaker } from "../redlineMaker.ts";
import { RedlineColumns } from "../texts/RedlineColumns.tsx";
import { RedlinePaper } from "../texts/RedlinePaper.tsx";
import { StepBar } from "../texts/StepBar.tsx";
import { useSteps } from "../texts/useSteps.ts";
import { ViewFrame } from "../ViewFrame.tsx";
import { CompareExport } from "./CompareExport.tsx";

/** What {@link ComparedTexts} shows; `sides` are what the API calls the texts. */
export interface ComparedTextsProps {
  readonly draft: DraftDetail;
  readonly base: Text;
  readonly current: Text;
  readonly sides: { readonly from: string; readonly to: string };
  readonly layout: "one" | "two";
  readonly bar: ReactNode;
}

/** The redline between two texts, to be read, gone through and taken out. */
export function ComparedTexts({ draft, base, current, sides, layout, bar }: ComparedTextsProps) {
  const { t } = useTranslation();
  const inside = useRef<HTMLDivElement>(null);
  const redlineOf = useMemo(() => redlineMaker(), []);
  const redline = useMemo(() => redlineOf(base, current), [redlineOf, base, current]);
  const steps = useSteps(redline, inside);
  const title = t("view.compare");
  return (
    <ViewFrame
      draft={draft}
      title={title}
      bar={
        <>
          {bar}
          <StepBar {...steps} />
          <CompareExport draft={draft.id} {...sides} />
        </>
      }
    >
      {steps.count === 0 && (
        <Words size="sm" c="dimmed" ta="center" mb="md" data-testid="no-difference">
          {t("compare.same")}
        </Words>
      )}
      <div ref={inside}>
        {layout === "two" ? (
          <RedlineColumns
            redline={redline}
            heads={[t("compare.from"), t("compare.to")]}
            label={title}
            folded
            lit={steps.lit}
          />
        ) : (
          <RedlinePaper redline={redline} label={title} lit={steps.lit} />
        )}
      </div>
    </ViewFrame>
  );
}
