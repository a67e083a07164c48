import type { ClauseEdit, Ledger } from "../createLedger.ts";
import type { Who } from "../run.ts";
import type { SpareTime } from "./spareTime.ts";

/** How many updates are entered in one go, and how many may wait before one is entered at once. */
const A_TIME = 16;
const MOST_WAITING = 1000;

/** A ledger into which updates are entered in spare time: whoever reads it gets it with all of them. */
export interface DeferredLedger extends Ledger {
  /** Forgets what waits: the ledger is not used any more. */
  drop(): void;
}

/** The ledger, deferred. `failed` is called when something could not be entered: the ledger is then not the log's any more. */
export function deferredLedger(ledger: Ledger, spareTime: SpareTime, failed: () => void): DeferredLedger {
  let waiting: { readonly edits: readonly ClauseEdit[]; readonly who: Who; readonly at: number }[] = [];
  let asked = false;

  function enter(most: number): void {
    try {
      for (const { edits, who, at } of waiting.splice(0, most)) ledger.apply(edits, who, at);
    } catch (error) {
      waiting = [];
      failed();
      throw error;
    }
  }

  function soon(): void {
    if (asked || waiting.length === 0) return;
    asked = true;
    spareTime.do(() => {
      asked = false;
      enter(A_TIME);
      soon();
    });
  }

  return {
    apply(edits, who, at) {
      waiting.push({ edits, who, at });
      if (waiting.length > MOST_WAITING) enter(A_TIME);
      soon();
    },
    authorsOf(...asking) {
      enter(Infinity);
      return ledger.authorsOf(...asking);
    },
    state() {
      enter(Infinity);
      return ledger.state();
    },
    drop: () => void (waiting = []),
  };
}
