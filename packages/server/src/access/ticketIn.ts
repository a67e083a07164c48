/** The protocol that a client offers beside its ticket, and that the server answers with. */
const PROTOCOL = "plenary";
const TICKET = "ticket.";

/**
 * The ticket that a connection comes with: `?token=` of its address, as the stock client sends it, or, so that no log on
 * the way keeps it, a WebSocket protocol `ticket.<ticket>` offered beside `plenary`. "" when there is none.
 */
export function ticketIn(address: URL, protocols = ""): string {
  const offered = protocols.split(",").map((protocol) => protocol.trim());
  const ticket = offered.find((protocol) => protocol.startsWith(TICKET))?.slice(TICKET.length);
  return ticket ?? address.searchParams.get("token") ?? "";
}

/** The protocol to answer an offer with; the ticket itself is never sent back. */
export function answeredProtocol(offered: ReadonlySet<string>): string | false {
  return offered.has(PROTOCOL) && PROTOCOL;
}
