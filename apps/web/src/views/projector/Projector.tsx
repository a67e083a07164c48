import { ActionIcon, Group, VisuallyHidden } from "@mantine/core";
import { IconMaximize, IconX, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { command } from "../../commands/command.ts";
import { useCommands } from "../../commands/useCommands.ts";
import { useKeyNames } from "../../commands/useKeyNames.ts";
import { RedlinePaper } from "../texts/RedlinePaper.tsx";
import { textRows } from "../texts/textRows.ts";
import "../views.css";
import type { ViewProps } from "../viewProps.ts";
import { Legend } from "./Legend.tsx";
import { rowOfStand } from "./rowOfStand.ts";
import { useLeader } from "./useLeader.ts";
import { fillScreen, useFullScreen } from "./useFullScreen.ts";
import { useWakeLock } from "./useWakeLock.ts";

/** How much larger the letters can become, in steps, and how much smaller. */
const SIZES = { least: -4, most: 8 };

/** The marked-up paper alone, for a hall: huge, one clause in focus, the one at which the chair stands. */
export function Projector({ draft, state, awareness, onView }: ViewProps) {
  const { t } = useTranslation();
  const paper = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(0);
  const { hinted } = useKeyNames();
  const leader = useLeader(awareness);
  const rows = useMemo(() => textRows(state.redline), [state.redline]);
  const row = leader && rowOfStand(rows, leader.stand);
  const lit = leader?.stand.change ?? null;
  const focus = row?.id ?? null;
  useWakeLock();
  const resize = (by: 1 | -1): void => setSize((now) => Math.min(SIZES.most, Math.max(SIZES.least, now + by)));
  const leave = (): void => onView("marked");
  useFullScreen(leave);
  useCommands(() => [
    command(t, "projector.larger", () => resize(1)),
    command(t, "projector.smaller", () => resize(-1)),
    command(t, "projector.full", () => void fillScreen()),
    command(t, "projector.leave", leave),
  ]);

  useEffect(() => {
    const text = paper.current;
    text?.style.setProperty("--size", String(1 + size / 8));
    const row = focus === null ? null : text?.querySelector(`[data-row="${CSS.escape(focus)}"]`);
    const words = lit === null ? null : row?.querySelector(".lit");
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    (words ?? row)?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
  }, [focus, lit, size]);

  const button = (id: "smaller" | "larger" | "full" | "leave", icon: ReactNode, does: () => void) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={34}
      aria-label={t(`projector.${id}`)}
      {...hinted(`projector.${id}`, t(`projector.${id}`))}
      onClick={does}
      data-testid={id}
    >
      {icon}
    </ActionIcon>
  );
  return (
    <main className="projector" data-testid="projector">
      <VisuallyHidden component="h1">
        {t("view.projector")}: {draft.number} {draft.text.title}
      </VisuallyHidden>
      <div className="projector-text" tabIndex={0} role="region" aria-label={t("view.projector")}>
        <p className="projector-number">
          <bdi dir="ltr">
            <strong>{state.symbol}</strong> {draft.number}
          </bdi>
        </p>
        <RedlinePaper
          redline={state.redline}
          label={t("paper.label")}
          states={state.states}
          lit={lit}
          focus={focus}
          paper={paper}
        />
      </div>
      <footer className="projector-foot">
        <Legend />
        <Group gap={4} wrap="nowrap">
          <span role="status" className="projector-leader" data-testid="leader">
            {leader ? t("projector.follows", { name: leader.name }) : t("projector.nobody")}
          </span>
          {button("smaller", <IconZoomOut size={20} aria-hidden />, () => resize(-1))}
          {button("larger", <IconZoomIn size={20} aria-hidden />, () => resize(1))}
          {button("full", <IconMaximize size={20} aria-hidden />, () => void fillScreen())}
          {button("leave", <IconX size={20} aria-hidden />, leave)}
        </Group>
      </footer>
    </main>
  );
}
