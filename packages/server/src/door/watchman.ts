import { closeCodes } from "@plenary/collab";
import type { WebSocket } from "ws";
import type { Kick, Kicks } from "../access/kicks.ts";
import { RECHECK_MS, type Standing, type Standings, sameStanding } from "../access/standings.ts";
import { denied } from "../rooms/messages.ts";

/** Whoever is in a draft's room, as they were let in. */
export interface Guest {
  readonly draft: string;
  readonly standing: Standing;
}

/** Watches that everybody who is connected still may what they were let in for. */
export interface Watchman {
  /** The guest that `admit` lets in, read anew when rights changed meanwhile; or what else it answers. */
  unchanged<T>(admit: () => Promise<T>): Promise<T>;
  /** Watches a connection until it closes. */
  watch(connection: WebSocket, guest: Guest): void;
  /** Stops watching. */
  stop(): void;
}

/** What the watchman works on. */
export interface WatchmanParts {
  readonly standings: Standings;
  readonly kicks: Kicks;
  /** How often the standing of everybody connected is read anew, in milliseconds. */
  readonly recheckMs?: number;
  readonly report: (error: unknown) => void;
}

/** A watchman who acts on every kick at once, and reads everybody's standing anew every 60 seconds. */
export function createWatchman({ standings, kicks, recheckMs = RECHECK_MS, report }: WatchmanParts): Watchman {
  const watched = new Map<WebSocket, Guest>();
  let kicked = 0;
  const deaf = kicks.listen((kick) => {
    kicked += 1;
    for (const [connection, { draft, standing }] of watched)
      if ("draft" in kick ? kick.draft === draft : kick.person === standing.person.id) showOut(connection, kick);
  });
  const timer = setInterval(() => void recheck().catch(report), recheckMs);

  /** Closes a connection whose rights have changed: nothing that it has sent since is listened to. */
  function showOut(connection: WebSocket, kick: Kick): void {
    watched.delete(connection);
    if (connection.readyState !== connection.OPEN) return;
    const gone = "gone" in kick && kick.gone;
    const reason = gone ? "You may not open this draft any more." : "What you may do has changed. Get a new ticket.";
    connection.send(denied(reason));
    connection.close(gone ? closeCodes.noAccess : closeCodes.badTicket, reason);
  }

  async function recheck(): Promise<void> {
    for (const [connection, { draft, standing }] of watched) {
      const now = await standings.of(standing.person.id, draft);
      if (!now || !sameStanding(now, standing)) showOut(connection, { person: standing.person.id, gone: now === null });
    }
  }

  return {
    async unchanged(admit) {
      for (;;) {
        const before = kicked;
        const admission = await admit();
        if (before === kicked) return admission;
      }
    },
    watch(connection, guest) {
      watched.set(connection, guest);
      connection.on("close", () => watched.delete(connection));
    },
    stop() {
      clearInterval(timer);
      deaf();
    },
  };
}
