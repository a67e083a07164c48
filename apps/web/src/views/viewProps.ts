import type { DraftRecord } from "@plenary/collab";
import type { DraftState } from "@plenary/editor";
import type { DraftDetail, Group } from "@plenary/server/api";
import type { Awareness } from "y-protocols/awareness";
import type { ChangesPanelProps } from "../draft/panels/ChangesPanel.tsx";
import type { DraftViewName } from "./draftViews.ts";

/** What every view of a draft is given. */
export interface ViewProps {
  readonly draft: DraftDetail;
  readonly groups: readonly Group[];
  readonly state: DraftState;
  readonly record: DraftRecord;
  readonly awareness: Awareness;
  /** The changes of the draft, which of them are wanted, and who made them. */
  readonly changes: Pick<ChangesPanelProps, "review" | "count" | "authors" | "before" | "formatting" | "onFormatting">;
  /** Goes to a change in the text. */
  readonly onGo: (change: string) => void;
  readonly onView: (view: DraftViewName) => void;
}
