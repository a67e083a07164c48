import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { useNumbers } from "../../language/useNumbers.ts";

/** One of the panels on the right: its name, how many things are in it, null while that is not known, and what it shows. */
export interface ReviewTab {
  readonly id: string;
  readonly title: string;
  readonly count: number | null;
  readonly panel: ReactNode;
  /** Whether it goes on while another is shown, as what is written in it would be lost. */
  readonly kept?: boolean;
}

/** What {@link ReviewTabs} shows. */
interface ReviewTabsProps {
  readonly tabs: readonly ReviewTab[];
  readonly label: string;
  /** The id of the panel that is shown. */
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** The panels on the right, one at a time. */
export function ReviewTabs({ tabs, label, shown, onShow }: ReviewTabsProps) {
  const written = useNumbers();
  return (
    <Tabs
      value={shown}
      onChange={(id) => {
        if (id !== null) onShow(id);
      }}
      keepMounted={false}
      className="review-tabs"
    >
      <Tabs.List aria-label={label}>
        {tabs.map(({ id, title, count }) => (
          <Tabs.Tab key={id} value={id} data-testid={`tab-${id}`}>
            {title} <span className="tab-count">{count !== null && written(count)}</span>
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, panel, kept = false }) => (
        <Tabs.Panel key={id} value={id} keepMounted={kept} className="review-panel">
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
