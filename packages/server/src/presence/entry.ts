import type { Peer } from "../rooms/peer.ts";

/** What was last known of a client id. It stays when its owner has gone, so that nobody else's echo brings it back soon. */
export interface Entry {
  readonly person: string;
  readonly peer: Peer | null;
  /** The node through which it is here; null for this one. */
  readonly node: string | null;
  /**
   * The clock under which it is told: the time, in milliseconds, at which this or another node had something to tell of it.
   * So it is ahead of all that a client knows who comes back, also from another node or into a room loaded anew.
   */
  readonly clock: number;
  /** The clock that its owner gave it, or its node. Below all when the node has gone. */
  readonly said: number;
  /** JSON; "null" when the client has gone. */
  readonly state: string;
  /** How it is told: written once, told to each peer. */
  readonly bytes: Uint8Array;
  /** When it was last heard of, in milliseconds of the process. */
  readonly at: number;
}

/** The clock of now, ahead of what is known whatever the host's own clock says. Hosts' clocks agree within a second. */
export function clockAfter(known: Entry | undefined): number {
  return Math.max(Date.now(), (known?.clock ?? 0) + 1);
}
