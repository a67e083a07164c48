/**
 * The message by which a client asks "is this saved?" and the server answers once everything it
 * received before is durable; y-websocket itself uses 0 to 3.
 */
export const SAVED = 102;

/**
 * The version of what a live text is made of. A client says it when it connects (`schema=2`); one of another version is
 * turned away before it writes what the others do not know.
 */
export const SCHEMA = 2;

/**
 * The message by which a client of a draft's live text asks to hear of its threads. The server sends it back as it is,
 * and from then on with each thread that changed, as JSON: only to those who asked, and only what they may read.
 */
export const TALK = 103;

/**
 * The message by which the server tells those who asked for threads how many people have the draft open, in a variable
 * length number: while it shows only some of them, and 0 when it shows all again.
 */
export const CROWD = 104;

/**
 * Why the server closes a connection. The stock client does not come back by itself after a code
 * from 4400 to 4499; after the others it reconnects and sends again what was not saved.
 */
export const closeCodes = {
  /** The message could not be read or does not fit the document. */
  badMessage: 4400,
  /** The ticket is missing, used up or too old: fetch a new one. */
  badTicket: 4401,
  /** This person may not do that in this draft. */
  noAccess: 4403,
  /** There is no such draft. */
  unknownDraft: 4404,
  /** The server is stopping. */
  goingAway: 1001,
  /** The server could not store the update, or the reader is too slow: come back. */
  tryLater: 1013,
} as const;
