import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";

/** One of the panels on the right: its name, how many things are in it, and what it shows. */
export interface ReviewTab {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly panel: ReactNode;
}

/** The panels on the right, one at a time. */
export function ReviewTabs({ tabs, label }: { readonly tabs: readonly ReviewTab[]; readonly label: string }) {
  return (
    <Tabs defaultValue={tabs[0]?.id ?? null} keepMounted={false} className="review-tabs">
      <Tabs.List aria-label={label}>
        {tabs.map(({ id, title, count }) => (
          <Tabs.Tab key={id} value={id} data-testid={`tab-${id}`}>
            {title}
            {count > 0 && <span className="tab-count">{count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, panel }) => (
        <Tabs.Panel key={id} value={id} className="review-panel">
          {panel}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
