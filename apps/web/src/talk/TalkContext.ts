import type { ThreadAnchor } from "@plenary/collab";
import type { Change } from "@plenary/diff";
import { createContext } from "react";
import type { PlacedThread } from "./placeThreads.ts";

/** What a card can do with the talk around it; null where there is none. */
export interface CardTalkView {
  readonly mayTalk: boolean;
  /** The open threads on a change of the paper. */
  of(change: Change): readonly PlacedThread[];
  /** Whether a thread can begin on the change: it stands on the paper. */
  stands(change: Change): boolean;
  open(thread: string): void;
  begin(anchor: ThreadAnchor): void;
}

/** The talk around the cards. */
export const TalkContext = createContext<CardTalkView | null>(null);
