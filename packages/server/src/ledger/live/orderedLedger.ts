import type { NumberedUpdate } from "../../store/logStore.ts";
import type { Ledger } from "../createLedger.ts";
import { deferredLedger } from "./deferredLedger.ts";
import type { LogLedger } from "../rebuildLedger.ts";
import type { SpareTime } from "./spareTime.ts";

/** The ledger of an open room, which is to be as the log gives it. */
export interface OrderedLedger {
  /** Leads on by what is applied to the room; where that was in another order than the log's, it may differ from its ledger. */
  readonly live: Ledger;
  /** Whether all was applied in the order of the log. */
  readonly inOrder: boolean;
  /** Something was applied in another order than the log's: the ledger is soon made anew from the log. */
  disturb(): void;
  /** The ledger as the log gives it; the live one when that can't be had now. */
  exact(): Promise<Ledger>;
  close(): void;
}

/** What an ordered ledger works on. */
export interface OrderedLedgerParts {
  readonly ledger: Ledger;
  /** The ledger of the log up to its head. */
  readonly reopen: () => Promise<{ readonly led: LogLedger; readonly head: number } | null>;
  readonly since: (head: number) => Promise<readonly NumberedUpdate[]>;
  /** The number up to which the room has the log, when it has nothing else now; else null. */
  readonly quiet: () => number | null;
  /** When what is applied is entered. */
  readonly spareTime: SpareTime;
  readonly report: (error: unknown) => void;
}

/** How long after the disturbance the ledger is made anew, in milliseconds: what disturbs once does so again soon. */
const REST_MS = 1000;
/** How often the log is read on to catch the room in a quiet moment. */
const TRIES = 20;

/** A ledger that is in order now. */
export function createOrderedLedger(parts: OrderedLedgerParts): OrderedLedger {
  const { reopen, since, quiet, spareTime, report } = parts;
  let live = deferredLedger(parts.ledger, spareTime, disturb);
  let inOrder = true;
  let closed = false;
  let timer: NodeJS.Timeout | null = null;
  let mending: Promise<Ledger> | null = null;

  /** Takes the log's ledger over when the room is where the log is. */
  async function mend(): Promise<Ledger> {
    const opened = await reopen();
    if (!opened) return live;
    const { led } = opened;
    let { head } = opened;
    try {
      for (let tries = 0; tries < TRIES; tries++) {
        if (quiet() === head) {
          live.drop();
          live = deferredLedger(led.ledger, spareTime, disturb);
          inOrder = true;
          return live;
        }
        const updates = await since(head);
        led.take(updates);
        head = updates.at(-1)?.seq ?? head;
      }
      return live;
    } finally {
      led.close();
    }
  }

  async function exact(): Promise<Ledger> {
    if (inOrder) return live;
    mending ??= mend().finally(() => void (mending = null));
    return mending;
  }

  async function again(): Promise<void> {
    await exact();
    if (!inOrder) soon();
  }

  function disturb(): void {
    inOrder = false;
    soon();
  }

  function soon(): void {
    if (closed) return;
    timer ??= setTimeout(() => {
      timer = null;
      again().catch(report);
    }, REST_MS).unref();
  }

  return {
    get live() {
      return live;
    },
    get inOrder() {
      return inOrder;
    },
    disturb,
    exact,
    close() {
      closed = true;
      live.drop();
      if (timer) clearTimeout(timer);
    },
  };
}
