import type * as Y from "yjs";
import { type OrderedLedger, createOrderedLedger } from "../ledger/live/orderedLedger.ts";
import { watchClauses } from "../ledger/watchClauses.ts";
import type { Author, RoomParts } from "./roomParts.ts";

/** What the ledger of a room is led by. */
export interface LedgerParts extends Pick<RoomParts, "name" | "log" | "reopenLedger" | "spareTime" | "report"> {
  readonly ledger: NonNullable<RoomParts["ledger"]>;
  readonly doc: Y.Doc;
  /** Whose change is being applied, and when it came; null for nobody's. */
  readonly acting: () => { readonly author: Author; readonly at: number } | null;
  /** The number up to which the room has the log, when it has nothing else now; else null. */
  readonly quiet: () => number | null;
}

/** The ledger of an open room, led by what is applied to its document. */
export function ledgerOfRoom({ name, log, reopenLedger, doc, acting, ...parts }: LedgerParts): OrderedLedger {
  const ledger = createOrderedLedger({ ...parts, reopen: reopenLedger, since: (head) => log.since(name, head) });
  // Not before something changes: a room that is only read pays nothing for its ledger.
  doc.once("beforeTransaction", () =>
    watchClauses(doc, (edits) => {
      const act = acting();
      if (act) ledger.live.apply(edits, act.author, act.at);
    }),
  );
  return ledger;
}
