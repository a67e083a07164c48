import { ActionIcon, Group, SegmentedControl } from "@mantine/core";
import { IconArrowsExchange } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { useListEvents } from "../../api/useListEvents.ts";
import { Failure } from "../../frame/Failure.tsx";
import { PaperShape } from "../../draft/PaperShape.tsx";
import { HISTORY_EVERY, historyQuery } from "../historyQuery.ts";
import { NameVersion } from "../snapshot/NameVersion.tsx";
import { ViewFrame } from "../ViewFrame.tsx";
import type { ViewProps } from "../viewProps.ts";
import { ComparedTexts } from "./ComparedTexts.tsx";
import { SidePicker } from "./SidePicker.tsx";
import { useTextNamed } from "./useTextNamed.ts";

/** What changed between any two texts of the draft, which the address names. */
export function CompareView(props: ViewProps) {
  const { draft } = props;
  const { t } = useTranslation();
  const [asked, ask] = useSearchParams();
  const from = asked.get("from") ?? "published";
  const to = asked.get("to") ?? "current";
  const layout = asked.get("layout") === "two" ? "two" : "one";
  useListEvents("drafts", HISTORY_EVERY);
  const history = useQuery(historyQuery(draft.id));
  const [base, current] = [useTextNamed(props, from), useTextNamed(props, to)];
  const set = (changed: Readonly<Record<string, string>>): void =>
    ask((before) => ({ ...Object.fromEntries(before), ...changed }), { replace: true });
  const failed = [base, current].find(({ error }) => error !== null);
  const title = t("view.compare");

  const bar = (
    <>
      <Group gap={6} align="end" wrap="nowrap" className="side-pickers">
        <SidePicker
          label={t("compare.from")}
          history={history.data ?? null}
          value={from}
          onPick={(which) => set({ from: which })}
          testId="compare-from"
        />
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t("compare.swap")}
          title={t("compare.swap")}
          onClick={() => set({ from: to, to: from })}
          data-testid="compare-swap"
        >
          <IconArrowsExchange size={16} aria-hidden />
        </ActionIcon>
        <SidePicker
          label={t("compare.to")}
          history={history.data ?? null}
          value={to}
          onPick={(which) => set({ to: which })}
          testId="compare-to"
        />
      </Group>
      <SegmentedControl
        size="xs"
        aria-label={t("compare.layout")}
        value={layout}
        onChange={(value) => set({ layout: value })}
        data={[
          { value: "one", label: t("compare.one") },
          { value: "two", label: t("compare.two") },
        ]}
        data-testid="layout"
      />
      {draft.mayName && <NameVersion draft={draft.id} />}
    </>
  );
  if (base.text && current.text)
    return (
      <ComparedTexts
        draft={draft}
        base={base.text}
        current={current.text}
        sides={{ from, to }}
        layout={layout}
        bar={bar}
      />
    );
  return (
    <ViewFrame draft={draft} title={title} bar={bar}>
      {failed?.error ? <Failure error={failed.error} retry={failed.retry} /> : <PaperShape />}
    </ViewFrame>
  );
}
