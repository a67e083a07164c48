import { type Redline, type Session, amendmentSymbol, createSession } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import type { DraftState } from "../draftState.ts";
import { blockReader } from "../schema/readBlocks.ts";
import { type CurrentStep, currentSession } from "./currentSession.ts";
import { type Alignment, align } from "./drawings.ts";
import { changeStates } from "./states.ts";

/** A page read against its published and agreed texts. */
export interface DraftReading {
  readonly alignment: Alignment;
  readonly draft: Omit<DraftState, "active" | "clause" | "selected">;
}

/** Reads pages one after the other; each reading starts from the last. */
export type DraftReader = (doc: Node, agreed: Text | null) => DraftReading;

/** In a live draft a clause keeps its id, whatever becomes of its words. */
const trusted = { ids: "trusted" } as const;

/** A reader of the pages of one draft. Without an agreed text every change is pending. */
export function draftReader(published: Text): DraftReader {
  const readBlocks = blockReader();
  const currentOf = currentSession(published);
  let whole: Session | null = null;
  let open: { readonly agreed: Text; readonly session: Session } | null = null;
  let last: DraftReading | null = null;

  const pendingSession = (agreed: Text | null, session: Session, current: Text): Session => {
    if (!agreed || agreed === published) return session;
    if (open?.agreed !== agreed) open = { agreed, session: createSession(agreed, current, trusted) };
    return open.session;
  };

  return (doc, agreed) => {
    const { clauses, blocks } = readBlocks(doc);
    const step = currentOf(clauses);
    whole ??= createSession(published, step.current, trusted);
    const redline = follow(whole, step);
    const waiting = pendingSession(agreed, whole, step.current);
    const pending = follow(waiting, step);
    const alignment = align(blocks, redline);
    const same = last?.draft.redline === redline && last.draft.pending === pending;
    const draft =
      last && same
        ? last.draft
        : {
            current: redline.current,
            redline,
            symbol: amendmentSymbol(redline),
            pending,
            ...changeStates(redline, pending),
            identities: identitiesOf(whole),
            pendingIdentities: identitiesOf(waiting),
          };
    last = { alignment, draft };
    return last;
  };
}

/** Brings a session to the current text, telling it what differs where it stands at the text before. */
function follow(session: Session, { current, edited, since }: CurrentStep): Redline {
  const known = since !== null && session.redline.current === since;
  return session.update(current, known ? (edited ?? undefined) : undefined);
}

function identitiesOf(session: Session): ReadonlyMap<string, string> {
  return new Map(session.redline.changes.map(({ id }) => [id, session.identityOf(id)]));
}
