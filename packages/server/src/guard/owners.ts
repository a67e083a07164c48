import type { WireUpdate } from "./wireUpdate.ts";

/** How many new client ids one update may bring: the windows of a person that were offline together. */
const MAX_PER_UPDATE = 16;
/** How many client ids a person may bring into a document within a day: each page opened anew is one. */
const MAX_PER_DAY = 500;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A client id that has written in a document, and who owns it since when (milliseconds since 1970). */
export interface BoundClient {
  readonly client: number;
  readonly person: string;
  readonly at: number;
}

/** Whose the client ids of one document are. Once a person has written under an id, nobody else may. */
export interface Owners {
  /**
   * The ids that the update binds to the person, perhaps none; or why it is refused. `clockOf` is how far a client is
   * known, `holder` who shows presence under an id, if anybody: nobody else may be the first to write under that.
   */
  claim(
    update: WireUpdate,
    sender: { readonly person: string; readonly at: number; readonly holder: (client: number) => string | null },
    clockOf: (client: number) => number,
  ): readonly BoundClient[] | "client" | "clients";
  /** Keeps what another node has bound. */
  learn(bound: readonly BoundClient[]): void;
  /** Keeps what was claimed. */
  bind(bound: readonly BoundClient[]): void;
}

/** The owners as they were stored. An id that has written without one is the server's own. */
export function createOwners(stored: readonly BoundClient[]): Owners {
  const owners = new Map(stored.map((bound) => [bound.client, bound]));

  function boundSince(person: string, since: number): number {
    return [...owners.values()].filter((bound) => bound.person === person && bound.at > since).length;
  }

  return {
    claim(update, { person, at, holder }, clockOf) {
      const claimed: BoundClient[] = [];
      for (const [client, structs] of update.structs) {
        const last = structs.at(-1);
        const clock = clockOf(client);
        if (!last || last.id.clock + last.length <= clock) continue;
        const owner = owners.get(client)?.person;
        if (owner === person) continue;
        if (owner !== undefined || clock > 0 || (holder(client) ?? person) !== person) return "client";
        claimed.push({ client, person, at });
      }
      if (claimed.length === 0) return claimed;
      const tooMany = claimed.length > MAX_PER_UPDATE || boundSince(person, at - DAY_MS) + claimed.length > MAX_PER_DAY;
      return tooMany ? "clients" : claimed;
    },
    learn(bound) {
      for (const one of bound) if (!owners.has(one.client)) owners.set(one.client, one);
    },
    bind(bound) {
      for (const one of bound) owners.set(one.client, one);
    },
  };
}
