/** So much at once, and after that so much a second. */
export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** What one connection, person, address or draft may cost. */
export interface Limits {
  /** Messages of a connection that are not presence. */
  readonly messages: Rate;
  /** Presence messages of a connection; those beyond it are passed over. */
  readonly presence: Rate;
  /** Bytes of a connection. */
  readonly bytes: Rate;
  /** Milliseconds in which a connection must be let in and say something. */
  readonly handshake: number;
  /** Connections of one person in one room. */
  readonly windows: number;
  /** Connections in one room. */
  readonly members: number;
  /** Connections from one address: a whole conference may stand behind one. */
  readonly perAddress: number;
  /** Attempts without a good ticket from one address that are told why; the others get no more than a status. */
  readonly failures: Rate;
  /** Bytes that may wait for a slow reader. */
  readonly backlog: number;
  /** Bytes of a document; what is larger takes deletions alone. */
  readonly document: number;
}

const MB = 1024 * 1024;

/** The limits that are in force unless a server is given others. */
export const defaultLimits: Limits = {
  messages: { perSecond: 60, burst: 300 },
  presence: { perSecond: 20, burst: 100 },
  bytes: { perSecond: MB, burst: 10 * MB },
  handshake: 10_000,
  windows: 5,
  members: 2500,
  perAddress: 5000,
  failures: { perSecond: 20, burst: 200 },
  backlog: 8 * MB,
  document: 8 * MB,
};
