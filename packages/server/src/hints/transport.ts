/** How a node learns what others send. */
export interface Receiver {
  /** A payload came, this node's own ones included. */
  received(payload: string): void;
  /** Payloads come from now on; before, some may have been missed. */
  connected(): void;
  report(error: unknown): void;
}

/** What carries payloads to all nodes, this one included. It mends itself when it breaks. */
export interface Transport {
  /** How many bytes a payload may have. */
  readonly maxBytes: number;
  /** Sends a payload; rejects when it can't be sent now. */
  send(payload: string): Promise<unknown>;
  /** Connects anew: nothing has come for too long. */
  renew(): void;
  close(): Promise<void>;
}
