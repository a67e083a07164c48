import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

const SECONDS = 60;
const claims = z.object({ draft: z.string(), person: z.string(), until: z.number() });

/** Tickets to the rooms of one draft, for one person, for 60 seconds; good for as many connections as are made in them. */
export interface Tickets {
  /** A ticket for that person to the rooms of that draft. */
  issue(draft: string, person: string): string;
  /** The person whose ticket to that draft this is; null when it is forged, for another draft or too old. */
  check(ticket: string, draft: string): string | null;
}

/** Tickets signed with the key, so that they outlive a restart of the server. */
export function createTickets(key: Uint8Array, clock: () => Date): Tickets {
  const sign = (payload: string): Buffer => createHmac("sha256", key).update(`room ticket ${payload}`).digest();
  return {
    issue(draft, person) {
      const until = clock().getTime() + SECONDS * 1000;
      const payload = Buffer.from(JSON.stringify({ draft, person, until })).toString("base64url");
      return `${payload}.${sign(payload).toString("base64url")}`;
    },
    check(ticket, draft) {
      const [payload = "", signature = ""] = ticket.split(".");
      const given = Buffer.from(signature, "base64url");
      const right = sign(payload);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      const { draft: of, person, until } = claims.parse(JSON.parse(Buffer.from(payload, "base64url").toString()));
      return of === draft && clock().getTime() <= until ? person : null;
    },
  };
}
