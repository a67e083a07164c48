import { type Redline, amendmentSymbol } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import type { DraftState } from "../draftState.ts";
import { blockReader } from "../schema/readBlocks.ts";
import { type RedlineSession, currentSession, redlineSession } from "./draftSession.ts";
import { type Alignment, align } from "./drawings.ts";
import { changeStates } from "./states.ts";

/** A page read against its published and agreed texts. */
export interface DraftReading {
  readonly alignment: Alignment;
  readonly draft: Omit<DraftState, "active" | "clause">;
}

/** Reads pages one after the other; each reading starts from the last. */
export type DraftReader = (doc: Node, agreed: Text | null) => DraftReading;

/** A reader of the pages of one draft. Without an agreed text every change is pending. */
export function draftReader(published: Text): DraftReader {
  const readBlocks = blockReader();
  const currentOf = currentSession(published);
  const redlineOf = redlineSession(published);
  let pendingOf: { agreed: Text; session: RedlineSession } | null = null;
  let last: (DraftReading & { pending: Redline }) | null = null;

  const pendingRedline = (agreed: Text | null, redline: Redline): Redline => {
    if (!agreed || agreed === published) return redline;
    if (pendingOf?.agreed !== agreed) pendingOf = { agreed, session: redlineSession(agreed) };
    return pendingOf.session(redline.current);
  };

  return (doc, agreed) => {
    const { clauses, blocks } = readBlocks(doc);
    const redline = redlineOf(currentOf(clauses));
    const pending = pendingRedline(agreed, redline);
    const alignment = align(blocks, redline);
    const draft =
      last?.draft.redline === redline && last.pending === pending
        ? last.draft
        : {
            current: redline.current,
            redline,
            symbol: amendmentSymbol(redline),
            pending: pending.changes,
            ...changeStates(redline, pending),
          };
    last = { alignment, draft, pending };
    return last;
  };
}
