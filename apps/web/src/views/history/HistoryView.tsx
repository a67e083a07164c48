import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useListEvents } from "../../api/useListEvents.ts";
import { Failure } from "../../frame/Failure.tsx";
import { PaperShape } from "../../draft/PaperShape.tsx";
import { HISTORY_EVERY, historyQuery } from "../historyQuery.ts";
import { ViewFrame } from "../ViewFrame.tsx";
import type { ViewProps } from "../viewProps.ts";
import { HistoryBar } from "./HistoryBar.tsx";
import { PastPaper } from "./PastPaper.tsx";
import { stopAsked, stopsOf } from "./stops.ts";
import { usePastTexts } from "./usePastTexts.ts";
import { useTimelinePlace } from "./useTimelinePlace.ts";

/** The draft's life as a timeline, and its text at each stop as a redline against the base. The address names the stop. */
export function HistoryView(props: ViewProps) {
  const { draft, groups } = props;
  const { t } = useTranslation();
  useListEvents("drafts", HISTORY_EVERY);
  const history = useQuery(historyQuery(draft.id));
  const [place, setPlace] = useTimelinePlace();
  const stops = useMemo(() => (history.data ? stopsOf(history.data) : []), [history.data]);
  const at = stopAsked(stops, place);
  const texts = usePastTexts(props, stops, at);
  const title = t("view.history");
  const move = (to: number): void => {
    const stop = stops[to];
    if (stop) setPlace(`${stop.seq}.${to}`);
  };
  const error = history.error ?? texts.error;
  return (
    <ViewFrame
      draft={draft}
      title={title}
      bar={
        stops.length > 0 ? (
          <HistoryBar draft={draft} groups={groups} stops={stops} at={at} onMove={move} />
        ) : (
          <Skeleton height={54} />
        )
      }
    >
      {error && <Failure error={error} retry={() => (history.error ? void history.refetch() : texts.retry())} />}
      {!error && stops.length === 0 && <PaperShape />}
      {!error && stops.length > 0 && <PastPaper published={draft.published} texts={texts} label={title} stop={at} />}
    </ViewFrame>
  );
}
