import type { Group } from "@plenary/server/api";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useStopSaid } from "./useStopSaid.ts";
import type { Stop } from "./stops.ts";

/** What {@link Timeline} shows and does; `at` is the index of the stop. */
export interface TimelineProps {
  readonly stops: readonly Stop[];
  readonly groups: readonly Group[];
  readonly at: number;
  readonly onMove: (at: number) => void;
}

/** Heights in the drawing, whose width is one for each stop. */
const tall: Readonly<Record<Stop["kind"], readonly [top: number, height: number]>> = {
  opened: [4, 12],
  written: [4, 12],
  decided: [0, 6],
  named: [0, 20],
};

/** One mark for each stop, in the colour of the group; drawn once however often the slider moves. */
const Marks = memo(function Marks({ stops, groups }: Pick<TimelineProps, "stops" | "groups">) {
  const colours = new Map(groups.map(({ code, color }) => [code, color]));
  return (
    <svg viewBox={`-0.5 0 ${stops.length} 20`} preserveAspectRatio="none" aria-hidden className="mirrored">
      {stops.map(({ kind, group, verdict }, i) => {
        const [top, height] = tall[kind];
        return (
          <rect
            key={i}
            x={i - 0.45}
            width={0.9}
            y={top}
            height={height}
            className="timeline-mark"
            data-kind={kind}
            data-verdict={verdict ?? undefined}
            fill={kind === "written" || kind === "opened" ? (colours.get(group) ?? "currentColor") : undefined}
          />
        );
      })}
    </svg>
  );
});

/**
 * The life of a draft along a line, and a slider on it. The slider's own keys move it: arrows by one stop, Page keys by
 * more, Home and End.
 */
export function Timeline({ stops, groups, at, onMove }: TimelineProps) {
  const { t } = useTranslation();
  const said = useStopSaid();
  const stop = stops[at];
  return (
    <div className="timeline">
      <Marks stops={stops} groups={groups} />
      <input
        type="range"
        min={0}
        max={stops.length - 1}
        step={1}
        value={at}
        onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
        aria-label={t("history.slider")}
        aria-valuetext={stop && said(stop)}
        data-testid="timeline"
      />
    </div>
  );
}
