import { Group, Switch } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { RedlineColumns } from "../texts/RedlineColumns.tsx";
import { StepBar } from "../texts/StepBar.tsx";
import { useSteps } from "../texts/useSteps.ts";
import { ViewFrame } from "../ViewFrame.tsx";
import type { ViewProps } from "../viewProps.ts";

/** The base and the draft as it is now, clause beside clause; it follows what is written. */
export function SidesView({ draft, state }: ViewProps) {
  const { t } = useTranslation();
  const inside = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState(true);
  const steps = useSteps(state.redline, inside);
  const title = t("view.sides");
  return (
    <ViewFrame
      draft={draft}
      title={title}
      bar={
        <Group gap="sm">
          <StepBar {...steps} />
          <Switch
            size="xs"
            label={t("compare.fold")}
            checked={folded}
            onChange={(event) => setFolded(event.currentTarget.checked)}
            data-testid="fold"
          />
        </Group>
      }
    >
      <div ref={inside}>
        <RedlineColumns
          redline={state.redline}
          heads={[t("mode.base"), t("compare.current")]}
          label={title}
          folded={folded}
          lit={steps.lit}
        />
      </div>
    </ViewFrame>
  );
}
