import { VisuallyHidden } from "@mantine/core";
import type { DraftDetail } from "@plenary/server/api";
import type { ReactNode } from "react";
import "./views.css";

/** What {@link ViewFrame} shows: the view's name, what is set in it, and what it shows. */
export interface ViewFrameProps {
  readonly draft: DraftDetail;
  readonly title: string;
  readonly bar: ReactNode;
  readonly children: ReactNode;
}

/** The frame of a view: its own bar stays on top, what it shows scrolls below. */
export function ViewFrame({ draft, title, bar, children }: ViewFrameProps) {
  return (
    <main className="view">
      <VisuallyHidden component="h1">
        {title}: {draft.number} {draft.text.title}
      </VisuallyHidden>
      <div className="view-bar">{bar}</div>
      <div className="desk view-desk" tabIndex={0} role="region" aria-label={title}>
        {children}
      </div>
    </main>
  );
}
