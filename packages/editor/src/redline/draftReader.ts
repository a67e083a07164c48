import { type Change, type Redline, type Session, amendmentSymbol, createSession } from "@plenary/diff";
import type { Text } from "@plenary/document";
import type { Node } from "@tiptap/pm/model";
import type { DraftState } from "../draftState.ts";
import { blockReader } from "../schema/readBlocks.ts";
import { type CurrentStep, currentSession } from "./currentSession.ts";
import { type Alignment, align } from "./drawings.ts";
import { lazyMap } from "./lazyMap.ts";
import { type Aligned, realign } from "./realign.ts";
import { changeStates } from "./states.ts";

/** A page read against its published and agreed texts. */
export interface DraftReading {
  readonly alignment: Alignment;
  /** What a change of the redline is called for as long as it lives. */
  readonly identityOf: (change: Change) => string;
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
  let aligned: Aligned | null = null;
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
    const alignment = (aligned && realign(aligned, blocks, redline)) ?? align(blocks, redline);
    aligned = { redline, alignment };
    const same = last?.draft.redline === redline && last.draft.pending === pending;
    const draft = last && same ? last.draft : stateOf(redline, pending, whole, waiting);
    const session = whole;
    last = { alignment, identityOf: (change) => session.identityOf(change), draft };
    return last;
  };
}

function stateOf(redline: Redline, pending: Redline, whole: Session, waiting: Session): DraftReading["draft"] {
  const identities = identitiesOf(redline, whole);
  return {
    current: redline.current,
    redline,
    symbol: amendmentSymbol(redline),
    pending,
    ...changeStates(redline, pending),
    identities,
    pendingIdentities: waiting === whole ? identities : identitiesOf(pending, waiting),
  };
}

/** Brings a session to the current text, telling it what differs where it stands at the text before. */
function follow(session: Session, { current, edited, since }: CurrentStep): Redline {
  const known = since !== null && session.redline.current === since;
  return session.update(current, known ? (edited ?? undefined) : undefined);
}

function identitiesOf({ changes }: Redline, session: Session): ReadonlyMap<string, string> {
  return lazyMap(() => new Map(changes.map((change) => [change.id, session.identityOf(change)])));
}
