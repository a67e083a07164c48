import type { LoggedUpdate } from "../../store/logStore.ts";
import type { Ledger } from "../createLedger.ts";
import type { LogLedger } from "../rebuildLedger.ts";

/** A ledger that is made, and given the entries, when it is first used: most drafts that are open are only read. */
export function lazyLogLedger(make: () => LogLedger, entries: readonly LoggedUpdate[]): LogLedger {
  let maker: (() => LogLedger) | null = make;
  let waiting: Iterable<LoggedUpdate>[] = [entries];
  let led: LogLedger | null = null;
  let closed = false;

  function made(): Ledger {
    led ??= maker!();
    for (const some of waiting) led.take(some);
    if (closed && maker) led.close();
    // What it was made of is not held any longer.
    [maker, waiting] = [null, []];
    return led.ledger;
  }

  return {
    ledger: {
      apply: (...given) => made().apply(...given),
      authorsOf: (...given) => made().authorsOf(...given),
      state: () => made().state(),
    },
    take(some) {
      if (led) led.take(some);
      else waiting.push([...some]);
    },
    close() {
      closed = true;
      led?.close();
    },
  };
}
